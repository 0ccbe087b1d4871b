/** Served by Python from `facts.py`. */

import type { Facts } from '../values';

declare const facts: Facts;
export default facts;
