// The browser's end of a tab: a terminal for the app, and in words what happens to it. It asks nobody but its own server.

import { FitAddon } from "./xterm/addon-fit.mjs";
import { UnicodeGraphemesAddon } from "./xterm/addon-unicode-graphemes.mjs";
import { Terminal } from "./xterm/xterm.mjs";

const NOTE_MILLISECONDS = 8000;
const GOING_AWAY = 1001;

const part = (id) => document.getElementById(id);

const terminal = new Terminal({
  allowProposedApi: true, // for the widths of letters
  fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace',
  fontSize: 15,
  scrollback: 0,
  theme: { background: "#00000000" },
});
const fit = new FitAddon();
terminal.loadAddon(fit);
terminal.loadAddon(new UnicodeGraphemesAddon()); // as wide as the app takes them to be
terminal.open(part("terminal"));
terminal.write("\x1b[?25l"); // the app paints a cursor of its own
fit.fit();

// Paste is the browser's, and so is the copy of what shift and the mouse have selected: else the app would get the key.
terminal.attachCustomKeyEventHandler((event) => {
  const key = (event.ctrlKey || event.metaKey) && !event.altKey ? event.key.toLowerCase() : "";
  return !(key === "v" || (key === "c" && terminal.hasSelection()) || (event.key === "Insert" && event.shiftKey));
});

// What the app copies (OSC 52); what it asks for is never told.
terminal.parser.registerOscHandler(52, (data) => {
  const content = data.slice(data.indexOf(";") + 1);
  if (content !== "?") {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const copied = navigator.clipboard?.writeText(new TextDecoder().decode(bytes)) ?? Promise.reject();
    copied.catch(() => note("The browser did not allow copying to the clipboard."));
  }
  return true;
});

function note(text) {
  part("note").textContent = text;
  part("note").hidden = false;
  setTimeout(() => { part("note").hidden = true; }, NOTE_MILLISECONDS);
}

function end(what, why, { told = "", again = true } = {}) {
  part("what").textContent = what;
  part("why").textContent = why;
  part("told").textContent = told;
  part("told").hidden = !told;
  part("again").parentElement.hidden = !again;
  part("message").hidden = false;
  terminal.blur();
  part("again").focus();
}

// Around the terminal, and behind what the app leaves in the terminal's own colours.
function paint({ dark, background }) {
  const root = document.documentElement;
  root.className = dark ? "dark" : "light";
  root.style.setProperty("--background", background);
  terminal.options.theme = { ...terminal.options.theme, foreground: getComputedStyle(root).getPropertyValue("--text") };
}

part("again").addEventListener("click", () => location.reload());

// The app

const address = new URL("/socket", location.href.replace(/^http/, "ws"));
address.searchParams.set("columns", terminal.cols);
address.searchParams.set("rows", terminal.rows);
const socket = new WebSocket(address);
socket.binaryType = "arraybuffer";
let left = false;
let unsaved = false;

// Browsers close a tab on keys that delete a word elsewhere: ask when a form is open.
window.addEventListener("beforeunload", (event) => { if (unsaved && !left) event.preventDefault(); });

const say = (data) => { if (socket.readyState === WebSocket.OPEN) socket.send(data); };
const encoder = new TextEncoder();
terminal.onData((text) => say(encoder.encode(text)));
terminal.onBinary((text) => say(Uint8Array.from(text, (letter) => letter.charCodeAt(0))));
terminal.onResize(({ cols, rows }) => say(JSON.stringify({ columns: cols, rows })));
new ResizeObserver(() => fit.fit()).observe(part("terminal"));
window.addEventListener("focus", () => { if (!left) terminal.focus(); });

socket.addEventListener("open", () => {
  // The window may have changed while the connection was made.
  say(JSON.stringify({ columns: terminal.cols, rows: terminal.rows }));
  terminal.focus();
});

socket.addEventListener("message", ({ data }) => {
  if (data instanceof ArrayBuffer) {
    part("message").hidden = true;
    terminal.write(new Uint8Array(data));
    return;
  }
  const told = JSON.parse(data);
  if (told.type === "look") {
    document.title = told.title === "factcheck" ? told.title : `${told.title} · factcheck`;
    unsaved = told.unsaved;
    paint(told);
  } else if (told.type === "left") {
    left = true;
    if (told.failed) end("factcheck could not go on", "What you marked is on the desk.", { told: told.text });
    else end("You have left factcheck", "Everything is saved. This tab can be closed.");
  }
});

socket.addEventListener("close", ({ code }) => {
  if (left) return;
  left = true;
  if (code === GOING_AWAY) {
    end("factcheck serve has ended", "What you marked is on the desk. Start it again in the terminal, and open the link that it prints.", { again: false });
  } else {
    end("The connection to factcheck is lost", "What you marked is on the desk. If it does not open again, start factcheck serve in the terminal, and open the link that it prints.");
  }
});
