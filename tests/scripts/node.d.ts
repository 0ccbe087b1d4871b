/** What the tests use of Node. Its own types would replace the browser's. */

declare module 'node:assert/strict';
declare module 'node:test';
