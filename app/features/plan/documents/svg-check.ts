import { SaxesParser, type SaxesTagNS } from "saxes";
import { svgElementAttributes } from "svg-element-attributes";

/*
 * Whether a drawing (SVG) is only a drawing. A real XML parser reads it (saxes, which refuses what is not well-formed and knows no entities of
 * the file's own), so that prefixes, entities and spaces hide nothing; then each element, attribute, link and style must be one that is known to
 * run nothing and to fetch nothing. What is not known is refused.
 */

/** Why a drawing is not taken. */
export class UnsafeDrawing extends Error {}

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";
const XMLNS = "http://www.w3.org/2000/xmlns/";

/** Deeper than any program draws; namespaces are looked up along the depth. */
const DEPTH_MOST = 250;

/** Of SVG 1.1, 1.2 and 2, those that draw, describe or animate. Left out is what runs, embeds or plays: script, foreignObject, iframe, audio … */
const ELEMENTS = new Set(
  `a altGlyph altGlyphDef altGlyphItem animate animateColor animateMotion animateTransform circle clipPath defs desc ellipse
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
  feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence filter flowPara flowRegion flowRegionExclude flowRoot flowSpan font font-face
  font-face-format font-face-name font-face-src font-face-uri g glyph glyphRef hatch hatchpath hkern image line linearGradient marker
  mask mesh meshgradient meshpatch meshrow metadata missing-glyph mpath path pattern polygon polyline radialGradient rect set
  solidColor solidcolor stop style svg switch symbol text textPath title tref tspan unknown use view vkern`.split(
    /\s+/,
  ),
);

/** Every attribute that the specifications give to an element; links are looked at by themselves. */
const ATTRIBUTES = new Set(Object.values(svgElementAttributes).flat());
for (const reference of ["href", "src", "srcdoc", "ping", "data"]) ATTRIBUTES.delete(reference);
for (const known of ["id", "class", "style", "role", "lang", "tabindex", "name", "isolation", "title", "alt"]) {
  ATTRIBUTES.add(known);
}

/** What drawing programs note in a file for themselves; viewers do not read it. */
const EDITORS = [
  /^http:\/\/www\.inkscape\.org\/namespaces\//,
  /^http:\/\/(sodipodi|inkscape)\.sourceforge\.net\//,
  /^http:\/\/ns\.adobe\.com\//,
  /^adobe:ns:meta\/$/,
  /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/,
  /^http:\/\/www\.w3\.org\/2000\/01\/rdf-schema#$/,
  /^http:\/\/(creativecommons\.org\/ns#|web\.resource\.org\/cc\/)/,
  /^http:\/\/purl\.org\/dc\//,
  /^http:\/\/www\.bohemiancoding\.com\/sketch\//,
  /^https?:\/\/(www\.)?figma\.com\//,
  /^http:\/\/www\.serif\.com\//,
  /^https?:\/\/(www\.)?boxy-svg\.com/,
  /^https?:\/\/(svgjs\.(com|dev)|svg\.js)\/svgjs/,
  /^http:\/\/www\.vectornator\.io/,
  /^http:\/\/krita\.org\//,
  /^http:\/\/www\.openswatchbook\.org\//,
  /^http:\/\/www\.corel\.com\/coreldraw\//,
  /^http:\/\/schemas\.microsoft\.com\/visio\//,
  /^http:\/\/xml\.openoffice\.org\/svg\//,
  /^http:\/\/sun\.com\/xmlns\/staroffice\//,
];

const isEditors = (uri: string) => EDITORS.some((one) => one.test(uri));

/** Instructions that programs leave to themselves: none that a viewer follows, such as `xml-stylesheet`. */
const INSTRUCTIONS = /^(xpacket|adobe[\w-]*|inkscape[\w-]*|sketch[\w-]*)$/i;

/** The document types of SVG itself, which bring no entities in. */
const DOCTYPE = /^\s*svg(\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN"\s+"https?:\/\/www\.w3\.org\/[\w./-]+")?\s*$/;

const ANIMATIONS = new Set(["animate", "animateColor", "animateMotion", "animateTransform", "set"]);

const RASTER = /^data:image\/(png|jpeg|jpg|gif|webp)[;,]/i;
const FONT = /^data:(font\/|application\/(x-)?font|application\/vnd\.ms-opentype|application\/octet-stream)/i;
const WEB = /^(https?:\/\/|mailto:)/i;

/**
 * Looks through a drawing.
 *
 * @throws UnsafeDrawing naming what is not taken, where it is not well-formed too
 */
export function checkSvg(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  let styles = "";
  const inStyle = () => open.at(-1) === "style";
  parser.on("error", (error) => refuse(error.message));
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding && !/^(utf-8|us-ascii|iso-8859-1|windows-1252)$/i.test(encoding)) refuse(`encoding ${encoding}`);
  });
  parser.on("doctype", (doctype) => {
    if (!DOCTYPE.test(doctype)) refuse("a document type of its own");
  });
  parser.on("processinginstruction", ({ target }) => {
    if (!INSTRUCTIONS.test(target)) refuse(`instruction ${target}`);
  });
  parser.on("comment", (comment) => {
    // Where a page takes the drawing in, its reader ends such a comment earlier than XML does.
    if (/^-?>|--!>/.test(comment)) refuse("a comment that ends in two ways");
  });
  parser.on("cdata", (data) => {
    if (inStyle()) styles += data;
    else if (data.includes("<")) refuse("markup in CDATA");
  });
  parser.on("text", (data) => {
    if (inStyle()) styles += data;
  });
  parser.on("opentag", (tag) => {
    open.push(tag.local);
    if (open.length > DEPTH_MOST) refuse("elements nested too deeply");
    checkElement(tag);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  if (reachesOut(styles)) refuse("a style from outside");
}

function checkElement({ local, uri, attributes }: SaxesTagNS): void {
  const drawn = uri === SVG || uri === "";
  if (drawn ? !ELEMENTS.has(local) : !isEditors(uri)) refuse(`element ${local} of “${uri}”`);
  for (const attribute of Object.values(attributes)) {
    if (attribute.uri === XMLNS) continue;
    if (drawn) checkAttribute(local, attribute);
  }
}

interface Attribute {
  local: string;
  uri: string;
  value: string;
}

function checkAttribute(element: string, { local, uri, value }: Attribute): void {
  if (local === "href" && (uri === "" || uri === XLINK)) {
    if (!mayLink(element, value)) refuse(`a link of ${element} to “${value.slice(0, 40)}”`);
  } else if (uri === XML) {
    if (!["space", "lang", "id"].includes(local)) refuse(`attribute xml:${local}`);
  } else if (uri === XLINK || isEditors(uri)) {
    return;
  } else if (uri !== "" || !isAttribute(local)) {
    refuse(`attribute ${local}`);
  } else if (local === "attributeName") {
    const animated = value.trim();
    const takes = ANIMATIONS.has(element) && isAttribute(animated) && animated !== "style" && animated !== "class";
    if (!takes) refuse(`a change of ${animated}`);
  } else if (!SAYING.test(local) && reachesOut(value)) {
    refuse(`${local} from outside`);
  }
}

/** Names with a hyphen are styles and notes of programs: what runs has none. */
const isAttribute = (name: string) => ATTRIBUTES.has(name) || /^-?[a-z]+(-[\w-]+)+$/.test(name);

/** Attributes that only say something to people or programs. */
const SAYING = /^(aria-|data-|id$|class$|role$|title$|alt$|name$|d$|points$)/;

function mayLink(element: string, value: string): boolean {
  // As a browser reads an address.
  const address = value.replace(/[\0-\x20]+/g, "");
  if (address === "" || address.startsWith("#")) return true;
  if (element === "a") return WEB.test(address);
  return (element === "image" || element === "feImage") && RASTER.test(address);
}

const ELSEWHERE =
  /@import|(^|[^\w-])(src|image|(-\w+-)?image-set|(-\w+-)?cross-fade|element|paint|expression)\s*\(|-moz-binding|behavior\s*:|javascript:/i;

/** Whether a style, or an attribute that is read as one, fetches something or runs. */
function reachesOut(style: string): boolean {
  if (!/[(@:\\]/.test(style)) return false;
  const plain = unescaped(style);
  if (ELSEWHERE.test(plain) || /javascript:/i.test(plain.replace(/[\0-\x20]+/g, ""))) return true;
  for (const { index } of plain.matchAll(/url\s*\(/gi)) {
    const address = plain
      .slice(index, index + 200)
      .replace(/^url\s*\(\s*["']?/i, "")
      .trimStart();
    if (!address.startsWith("#") && !RASTER.test(address) && !FONT.test(address)) return true;
  }
  return false;
}

/** A style with its escapes read: `\75rl(` is `url(`. */
function unescaped(style: string): string {
  if (!style.includes("\\")) return style;
  return style.replace(/\\(?:([0-9a-f]{1,6})[ \t\r\n\f]?|\r?\n|([\s\S]))/gi, (_all, code: string, sign: string) => {
    if (!code) return sign ?? "";
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "\uFFFD";
  });
}

function refuse(why: string): never {
  throw new UnsafeDrawing(why);
}
