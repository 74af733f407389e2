const BROWSERS = [
  ["Edg", "Edge"],
  ["OPR/", "Opera"],
  ["Opera Mini", "Opera Mini"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["UCBrowser/", "UC Browser"],
  ["FxiOS/", "Firefox"],
  ["Firefox/", "Firefox"],
  ["CriOS/", "Chrome"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;

const SYSTEMS = [
  ["KAIOS", "KaiOS"],
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS", "Mac"],
  ["CrOS", "Chromebook"],
  ["Linux", "Linux"],
] as const;

/**
 * "Chrome, Android": enough to know one's own phone by; null for what names neither. Each browser also names those that it
 * wants to be taken for, so that the order matters. Names of products are the same in every language.
 */
export function deviceOf(agent: string | null): string | null {
  const named = (list: readonly (readonly [mark: string, name: string])[]) =>
    list.find(([mark]) => agent?.includes(mark))?.[1];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(", ") || null;
}
