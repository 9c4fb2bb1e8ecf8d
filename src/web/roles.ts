import { type Role, roles } from '../application/console/accounts.ts';

export { type Role, roles };

/** Who may open a route: a role and those above it, or `anyone`, without a log-in. */
export type Audience = Role | 'anyone';

/** Whether a person of a role (null: nobody is logged in) may open a route. */
export function permits(audience: Audience, role: Role | null): boolean {
  if (audience === 'anyone') return true;
  return role !== null && roles.indexOf(role) >= roles.indexOf(audience);
}
