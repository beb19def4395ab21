"""What fills the terminal, and the dialogs over it."""
