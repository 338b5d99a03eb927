/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** The folder of the project, wherever a command was called from. */
  readonly PROJECT_ROOT: string;
}

declare namespace App {
  interface Locals {
    /** Makes what a page with a list of entries shows, so that it stays below its limit. */
    fitted: import('./views/fit-page.ts').Fit;
    /** The page as it was made before of the same view, if it was. */
    kept: (view: unknown) => Response | undefined;
  }
}
