// Masks of countries by our geometry and by d3-geo, at 24 centres in each projection that both have: intersection over union.
//
//   make && NODE_PATH=/path/to/node_modules node tests/peers/d3_compare.mjs [SHAPEFILE] [PROJECTION...]
//
// Needs node with d3-geo and d3-geo-projection, ogr2ogr, and cc. Exits with 1 where a mask agrees by less than 0.995, and with 77
// (skipped) where something is missing. Environment: BUILD (build), WIDTH (1600).
import { execFileSync, spawnSync } from "child_process";
import { createRequire } from "module";
import { mkdirSync } from "fs";
import path from "path";
import { pathToFileURL, fileURLToPath } from "url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const build = path.resolve(root, process.env.BUILD || "build");
const args = process.argv.slice(2);
const shapefile = args[0] || path.join(root, "shapes/ne_50m_admin_0_countries.shp");
const width = Number(process.env.WIDTH || 1600), height = width;
const LEAST = 0.995;

async function load(name) {
  try {
    const resolve = createRequire(path.join(process.env.NODE_PATH || root, "x.js")).resolve(name);
    return await import(pathToFileURL(resolve).href);
  } catch {
    console.log(`skipped: ${name} is not installed (npm install d3-geo d3-geo-projection, and set NODE_PATH)`);
    process.exit(77);
  }
}
const d3 = await load("d3-geo"), more = await load("d3-geo-projection");

// Our names and d3's. d3 shows a conic's centre by its own means: rotate by longitude, center by latitude.
const PROJECTIONS = {
  "equal-earth": () => d3.geoEqualEarth(),
  "natural-earth": () => d3.geoNaturalEarth1(),
  "robinson": () => more.geoRobinson(),
  "winkel-tripel": () => more.geoWinkel3(),
  "mollweide": () => more.geoMollweide(),
  "eckert4": () => more.geoEckert4(),
  "mercator": () => d3.geoMercator(),
  "miller": () => more.geoMiller(),
  "equirectangular": () => d3.geoEquirectangular(),
  "orthographic": () => d3.geoOrthographic(),
  "azimuthal-equal-area": () => d3.geoAzimuthalEqualArea(),
  "azimuthal-equidistant": () => d3.geoAzimuthalEquidistant(),
  "stereographic": () => d3.geoStereographic(),
  "gall-peters": () => more.geoCylindricalEqualArea().parallel(45),
  "albers": () => d3.geoConicEqualArea(),
  "lambert-conformal": () => d3.geoConicConformal(),
};
const CONICS = new Set(["albers", "lambert-conformal"]);
// Not [0, 90]: there d3 turns Antarctica inside out about its vertices at -89.999, exactly on d3's rim.
const CENTERS = [[0, 0], [15, 0], [90, 0], [165, 0], [180, 0], [-155, 0], [-90, 0], [-30, 0], [0, 30], [45, 30], [105, 45], [-120, 45],
  [180, 60], [25, 75], [0, 89.5], [10, -15], [150, -30], [-60, -45], [180, -60], [-135, -75], [0, -90], [10, 50, 30], [-75, 20, -90], [120, -40, 135]];
const HIGHLIGHTED = new Set(["RUS", "USA", "CAN", "FJI", "NZL", "ATA", "AUS", "GBR", "FRA", "NOR", "IND", "IDN", "BRA", "CHL", "EGY", "LBY", "ZAF",
  "IRQ", "IRN", "SAU", "MLI", "COD", "KAZ", "MNG"]);

function countries() {
  const text = execFileSync("ogr2ogr", ["-f", "GeoJSON", "/vsistdout/", shapefile, "-select", "ADM0_A3"], { maxBuffer: 1 << 30 });
  return JSON.parse(text).features.filter((f) => HIGHLIGHTED.has(f.properties.ADM0_A3)).map((f) => ({
    code: f.properties.ADM0_A3,
    polygons: f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates,
  }));
}

// Shapefiles and d3 both run clockwise round what they enclose; GeoJSON writers may turn that.
function clockwise(polygon) {
  return d3.geoArea({ type: "Polygon", coordinates: polygon }) > 2 * Math.PI ? polygon.map((ring) => ring.slice().reverse()) : polygon;
}

function build_ours() {
  const program = path.join(build, "tests/peers/draw_rings");
  mkdirSync(path.dirname(program), { recursive: true });
  execFileSync(process.env.CC || "cc", ["-std=c11", "-D_GNU_SOURCE", "-O2", "-o", program, path.join(root, "tests/peers/draw_rings.c"),
    path.join(build, "libdateline.a"), "-lm", "-ldl"], { stdio: "inherit" });
  return program;
}

function as_text(polygons) {
  return polygons.map((rings) => `P ${rings.length}\n` + rings.map((ring) => {
    const open = ring.slice(0, -1);
    return `R ${open.length}\n` + open.map(([x, y]) => `${x} ${y}`).join("\n") + "\n";
  }).join("")).join("");
}

// The rings of every polygon on the page, and scale and centre.
function ours(program, text, name, [lon, lat, roll = 0], parallels) {
  const out = spawnSync(program, [name, lon, lat, roll, ...parallels, width, height].map(String), { input: text, maxBuffer: 1 << 30 });
  if (out.status !== 0) throw new Error(`draw_rings ${name} ${lon} ${lat}: ${out.stderr}`);
  const polygons = [];
  let placed;
  for (const line of out.stdout.toString().split("\n")) {
    if (line[0] === "S") placed = line.split(" ").slice(1).map(Number);
    else if (line[0] === "P") polygons.push([]);
    else if (line) polygons.at(-1).push(Float64Array.from(line.trim().split(" "), Number));
  }
  return { polygons, placed };
}

// Collects what geoPath draws.
class Rings {
  constructor() { this.rings = []; }
  moveTo(x, y) { this.rings.push([x, y]); }
  lineTo(x, y) { this.rings.at(-1).push(x, y); }
  closePath() {}
  arc() {}
}

function theirs(polygons, name, [lon, lat, roll = 0], parallels, placed) {
  const projection = PROJECTIONS[name]();
  if (CONICS.has(name)) projection.parallels(parallels).rotate([-lon, 0]).center([0, lat]);
  else projection.rotate([-lon, -lat, -roll]); // our roll turns the picture clockwise
  projection.precision(0.1);
  // With parallels as far north as south d3 takes a Mercator of its own scale.
  const scale = lat === 0 ? placed[0] * Math.cos(parallels[1] * Math.PI / 180) : placed[0];
  if (name === "lambert-conformal") projection.scale(scale).translate(placed.slice(1)).clipExtent([[0, 0], [width, height]]);
  else projection.fitSize([width, height], { type: "Sphere" });
  return polygons.map((coordinates) => {
    const rings = new Rings();
    d3.geoPath(projection, rings)({ type: "Polygon", coordinates });
    return rings.rings;
  });
}

// Sets bit in mask wherever a pixel's centre is inside, by the even-odd rule.
function fill(rings, mask, bit) {
  const rows = new Map();
  for (const ring of rings) {
    for (let i = 0, n = ring.length; i < n; i += 2) {
      let x0 = ring[i], y0 = ring[i + 1], x1 = ring[(i + 2) % n], y1 = ring[(i + 3) % n];
      if (y0 > y1) [x0, y0, x1, y1] = [x1, y1, x0, y0];
      const top = Math.max(0, Math.ceil(y0 - 0.5)), bottom = Math.min(height - 1, Math.ceil(y1 - 0.5) - 1);
      for (let y = top; y <= bottom; y++) {
        const x = x0 + (x1 - x0) * (y + 0.5 - y0) / (y1 - y0);
        if (rows.has(y)) rows.get(y).push(x); else rows.set(y, [x]);
      }
    }
  }
  for (const [y, xs] of rows) {
    xs.sort((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2)
      for (let x = Math.max(0, Math.ceil(xs[i] - 0.5)), end = Math.min(width - 1, Math.ceil(xs[i + 1] - 0.5) - 1); x <= end; x++) mask[y * width + x] |= bit;
  }
}

function agreement(mask) {
  let both = 0, any = 0;
  for (const value of mask) { both += value === 3; any += value !== 0; }
  return [any ? both / any : 1, any];
}

const program = build_ours();
const wanted = args.slice(1).length ? args.slice(1) : Object.keys(PROJECTIONS);
const features = countries();
const list = features.flatMap((f) => f.polygons.map((p) => ({ code: f.code, coordinates: clockwise(p) })));
const text = as_text(list.map((p) => p.coordinates));
let failures = 0;
for (const name of wanted) {
  let least = 1, where = "", least_country = 1, country = "";
  for (const center of CENTERS) {
    const conic = CONICS.has(name), lat = center[1];
    if (conic && (center[2] || Math.abs(lat) > 80)) continue; // d3 has neither
    const held = (value) => Math.min(80, Math.max(-80, value)), parallels = conic ? [held(lat - 12), held(lat + 12)] : [0, 0];
    const left_out = name === "lambert-conformal" ? new Set(["ATA", "RUS", "CAN", "USA", "NOR"]) : new Set(); // beyond its open side
    const a = ours(program, text, name, center, parallels);
    const b = theirs(list.map((p) => p.coordinates), name, center, parallels, a.placed);
    const whole = new Uint8Array(width * height);
    const masks = new Map();
    list.forEach(({ code }, i) => {
      if (left_out.has(code)) return;
      if (!masks.has(code)) masks.set(code, new Uint8Array(width * height));
      for (const mask of [whole, masks.get(code)]) { fill(a.polygons[i], mask, 1); fill(b[i], mask, 2); }
    });
    const [share] = agreement(whole);
    if (share < least) { least = share; where = center.join(" "); }
    for (const [code, mask] of masks) {
      const [own, pixels] = agreement(mask);
      if (pixels > 4000 && own < least_country) { least_country = own; country = `${code} at ${center.join(" ")}`; }
    }
  }
  if (least < LEAST) failures++;
  console.log(`${least < LEAST ? "FAILED" : "ok    "} ${name.padEnd(24)} ${least.toFixed(5)} ${where ? "at " + where : ""}; a single country ${least_country.toFixed(5)} ${country}`);
}
process.exit(failures ? 1 : 0);
