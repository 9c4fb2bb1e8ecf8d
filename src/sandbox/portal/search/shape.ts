import { writeHead } from '../parts/head.ts';
import type { Portal } from '../portal.ts';
import type { SearchVendor } from './vendors.ts';

/** A vendor's page: its own title, no header of the portal. */
export function vendorPage(portal: Portal, vendor: SearchVendor, body: string): string {
  return `${writeHead(portal, `${portal.names.site}-${vendor.title}`)}\n<body class="${vendor.style}-body"><div class="${vendor.style}-top"><a href="/">${portal.names.site}</a></div>\n${body}\n</body></html>`;
}
