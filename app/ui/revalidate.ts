interface RevalidateArgs {
  actionStatus?: number;
  defaultShouldRevalidate: boolean;
}

/** For a route's `shouldRevalidate`: where somebody else was first (409), the page has to show what stands now. */
export function alsoOnConflict({ actionStatus, defaultShouldRevalidate }: RevalidateArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}
