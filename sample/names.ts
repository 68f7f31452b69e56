import type { RegionCode } from './markets.js';
import type { Random } from './random.js';

/** Invented shop names: quoting, commas and letters beyond ASCII included, as real ones have them. */
const FIRST: Readonly<Record<RegionCode, readonly string[]>> = {
  GB: ['Copper', 'Thistle', 'Harbour', 'Bramble', 'Lantern', 'Pebble', 'Foxglove', 'Willow', 'Marble', 'Saffron'],
  IE: ['Clover', 'Heron', 'Bogwood', 'Tin Whistle', 'Causeway', 'Shamrock', 'Turf', 'Gannet'],
  DE: ['Kupfer', 'Löwenzahn', 'Mühlen', 'Federleicht', 'Kachel', 'Wiesen', 'Nebel', 'Zwirn', 'Bärlauch', 'Uhren'],
  FR: ['Chêne', 'Étoile', 'Lavande', 'Moulin', 'Papier', 'Cerise', 'Boussole', 'Fougère', 'Galet'],
  IT: ['Ulivo', 'Lucciola', 'Vetro', 'Ginestra', 'Bottega', 'Corallo', 'Rondine', 'Sasso'],
  ES: ['Azahar', 'Cigüeña', 'Olivo', 'Barro', 'Farola', 'Noria', 'Higuera', 'Caña'],
};
const SECOND: Readonly<Record<RegionCode, readonly string[]>> = {
  GB: ['& Daughters', 'Trading', 'Goods', 'Supply', 'Workshop', 'Mercantile, Ltd.', '"The Shed"'],
  IE: ['Crafts', '& Sons', 'Stores', 'Goods', 'Workshop'],
  DE: ['Handel', 'Werkstatt', 'Kontor', '& Krug, Papierwaren', 'Laden', 'Versand', 'Manufaktur'],
  FR: ['& Cie', 'Atelier', 'Comptoir', 'Maison', 'Boutique, Paris'],
  IT: ['Bottega', '& Figli', 'Forniture', 'Officina', 'Casa'],
  ES: ['Taller', '& Hijas', 'Tienda', 'Almacén', 'Hogar'],
};

export const shopName = (region: RegionCode, random: Random): string =>
  `${random.pick(FIRST[region])} ${random.pick(SECOND[region])}`;
