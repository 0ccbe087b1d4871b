// How the map is looked at: along two directions, or turned in three; both zoomed about the middle and shifted.
// Puts points of `coordinates` (x, y, z for each) onto a canvas of `width` by `height`.
function makeCamera(coordinates) {
  const count = coordinates.length / 3, ends = [0, 1, 2].map((k) => {
    const along = Float32Array.from({ length: count }, (_, i) => coordinates[3 * i + k] || 0).sort();
    return [along[0], along[count - 1]];
  });
  const middle = ends.map(([low, high]) => (low + high) / 2), reach = ends.map(([low, high]) => (high - low) / 2 || 1);
  const camera = { flat: true, zoom: 1, x: 0, y: 0, turn: 0.6, tilt: 0.35, size: [1, 1] };
  camera.reset = () => Object.assign(camera, { zoom: 1, x: 0, y: 0, turn: 0.6, tilt: 0.35 });
  camera.unit = () => {                                      // pixels for one unit: the same along every direction
    const [width, height] = camera.size, far = Math.hypot(...reach);
    return camera.zoom * (camera.flat ? Math.min((width / 2 - 24) / reach[0], (height / 2 - 20) / reach[1]) : (Math.min(width, height) / 2 - 12) / (0.8 * far));
  };
  camera.place = (i) => {                                    // [x, y] on the canvas
    const [a, b, c] = middle.map((centre, k) => coordinates[3 * i + k] - centre), [width, height] = camera.size, unit = camera.unit();
    let across = a, up = b;
    if (!camera.flat) {
      const s = Math.sin(camera.turn), t = Math.cos(camera.turn), depth = c * t - a * s;
      across = a * t + c * s;
      up = b * Math.cos(camera.tilt) - depth * Math.sin(camera.tilt);
    }
    return [width / 2 + camera.x + across * unit, height / 2 + camera.y - up * unit];
  };
  camera.move = (dx, dy) => {
    if (camera.flat) { camera.x += dx; camera.y += dy; }
    else { camera.turn += dx / 150; camera.tilt = Math.max(-1.5, Math.min(1.5, camera.tilt + dy / 150)); }
  };
  camera.magnify = (factor, x = camera.size[0] / 2, y = camera.size[1] / 2) => {   // the point at x, y stays where it is
    const zoom = Math.max(0.5, Math.min(40, camera.zoom * factor)), by = zoom / camera.zoom;
    const keep = (shift, at, size) => (at - size / 2) * (1 - by) + shift * by;
    camera.x = keep(camera.x, x, camera.size[0]); camera.y = keep(camera.y, y, camera.size[1]); camera.zoom = zoom;
  };
  return camera;
}
