/// <reference types="astro/client" />

interface ImportMetaEnv {
  /** The folder of the project, wherever a command was called from. */
  readonly PROJECT_ROOT: string;
}
