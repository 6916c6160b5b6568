import type { APIRoute } from 'astro';
import { robots } from '../publish/robots.ts';
import { site } from './_site.ts';
import { text } from './_text.ts';

export const GET: APIRoute = () => text(robots(site().urls), 'text/plain');
