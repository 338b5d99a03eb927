import type { OwnPage } from '../core/archive.ts';
import { cutText } from '../markdown/excerpt.ts';
import type { OpenSite } from './open-site.ts';
import { pageView, previewView } from './page-view.ts';

/** A page of the archive's own. */
export const ownPageView = (site: OpenSite, page: OwnPage) => {
  const { title, language } = page;
  return { page: pageView(site, aboutPage(site, page)), title, language, html: site.own.bodyOf(page).html };
};

/** What leads from an earlier address of such a page to the one that it has. */
export const movedPageView = (site: OpenSite, page: OwnPage) => {
  const about = aboutPage(site, page);
  return { path: about.path, title: page.title, policy: site.policy('plain'), preview: previewView(site, about) };
};

/** What the page says of itself. */
const aboutPage = ({ own, to }: OpenSite, page: OwnPage) => {
  const { title, language, slug, description = cutText(own.bodyOf(page).summary, 200) || title } = page;
  return { title, language, description, path: to.page(slug) };
};
