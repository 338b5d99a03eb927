/** Packages that stay where they are when templates are compiled: they have programs beside them that no bundle has. */
export const externalPackages = ['sharp', '@takumi-rs/core', 'pagefind', 'culori', 'fontkitten', 'postcss'];
