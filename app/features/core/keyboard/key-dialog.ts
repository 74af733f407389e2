/** A dialog that a key opens; it is told how to close. */
export interface KeyDialog {
  onClose: () => void;
  /** Returns what was typed since the key while the dialog was on its way, and leaves the keys to the dialog. */
  takeEarly: () => string;
}
