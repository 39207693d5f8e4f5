/** Stryker's runner names files of mocha without their endings, which are `.cjs` in mocha 12. */
require.extensions['.cjs'] ??= require.extensions['.js'];
