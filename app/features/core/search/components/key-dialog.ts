/** A dialog that a key opens; it is told how to close. */
export interface KeyDialog {
  onClose: () => void;
}
