/** The colours of one scheme, as `#rrggbb`: two grounds, text on them, and what is beside text. */
export type Colours = {
  readonly paper: string;
  readonly 'paper-deep': string;
  readonly ink: string;
  readonly 'ink-soft': string;
  readonly rule: string;
  readonly accent: string;
  readonly good: string;
  readonly mark: string;
};

/** The colours of all pages. Those of a brand with dark paper are `dark` on every screen, and `light` only in print. */
export type Palette = { readonly light: Colours; readonly dark: Colours; readonly isDark: boolean };

/**
 * What the theme of an archive has become: plain data, which pages, cards and feeds print. Files are named as they are
 * published among the media of the archive.
 */
export type Look = {
  /** Absent where the theme names no colour. */
  readonly palette?: Palette;
  /** The style sheet of the theme, and the owner's own one. */
  readonly sheet?: string;
  readonly ownSheet?: string;
  /** Fonts that every page shows. */
  readonly preloads: readonly string[];
  /** Whether titles have another font than that of archives without a theme. */
  readonly hasTitleFont: boolean;
  readonly logo?: Logo;
  readonly icons?: LookIcons;
  /** The icon of its own on social cards, as a `data:` address. */
  readonly sign?: string;
};

export type Logo = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  /** Whether it says the name of the archive, as it probably does where it is wide. */
  readonly isName: boolean;
};

/** The icons of a site, each a square PNG, and the manifest that names them. */
export type LookIcons = {
  readonly small: string;
  readonly touch: string;
  readonly large: string;
  readonly manifest: string;
};

/** The colours that stand for the look where there is one scheme alone, such as on social cards. */
export const mainColours = ({ light, dark, isDark }: Palette): Colours => (isDark ? dark : light);
