/** The file of the compiled templates that exports what their entry does: the compiler gives its own a name with a hash. */
export const bundleFile = 'templates.mjs';
