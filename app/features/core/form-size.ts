/*
 * How large a form may come in. It follows from what its fields may hold, so that no form whose fields are all within their limits is
 * refused for its length: tests/e2e/core/form-limits.spec.ts compares every form of the product with it.
 */

/** In all fields of one form together. The largest is an action in four languages. */
export const FORM_CHARACTERS_MOST = 175_000;

/** UTF-8 writes a UTF-16 unit in three bytes at most; each byte is written with three signs (`%E0`) in an address-encoded form. */
const ENCODED_BYTES_A_CHARACTER = 9;
const UTF8_BYTES_A_CHARACTER = 3;

/** As browsers send a form without a file. */
export const ENCODED_FORM_BYTES_MOST = FORM_CHARACTERS_MOST * ENCODED_BYTES_A_CHARACTER;

/** As a form comes in parts whose file, if it has one, is not taken. */
export const FORM_IN_PARTS_BYTES_MOST = FORM_CHARACTERS_MOST * UTF8_BYTES_A_CHARACTER;
