/** Returns the name of the box by which somebody says that what stands in a field is meant. */
export function confirmationOf(field: string): `sure.${string}` {
  return `sure.${field}`;
}
