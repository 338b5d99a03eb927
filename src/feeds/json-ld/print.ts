/**
 * JSON for a `<script>` of HTML: nothing in it can end the script or begin a comment, and it is a valid text of JavaScript
 * before ES2019 as well.
 */
export const printJsonLd = (data: object): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
