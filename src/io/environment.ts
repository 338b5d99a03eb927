import { archivePlace } from './archive-folder.ts';
import { type Variables, variables } from './variables.ts';

/** What the environment says of a run. An empty variable, as CI leaves it behind, is one that is not set. */
export type Environment = {
  /** The content folder, as an absolute path: `CONTENT_DIR`, or that of the archive in which the command is run. */
  readonly contentFolder: string;
  /** `SITE_URL`: the archive's address instead of that in `site.yml`. */
  readonly siteUrl?: string;
  /** `DRAFTS=1`. */
  readonly drafts: boolean;
};

/** Reads the environment variables that every command knows. */
export const readEnvironment = (said: Variables = variables()): Environment => {
  const { SITE_URL: siteUrl, DRAFTS: drafts } = said;
  const { content: contentFolder } = archivePlace(process.cwd(), said);
  return { contentFolder, drafts: drafts === '1', ...(siteUrl && { siteUrl }) };
};
