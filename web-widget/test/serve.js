// Serves the repository for index.html, which loads the modules unpacked: npm start
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PORT = Number(process.env.PORT || 18080);
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };

createServer(({ url }, response) => {
	const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
	const file = join(ROOT, path);
	if (file.startsWith(ROOT) && statSync(file, { throwIfNoEntry: false })?.isFile()) {
		response.setHeader('Content-Type', TYPES[extname(file)] || 'application/octet-stream');
		createReadStream(file).pipe(response);
	} else {
		response.writeHead(404).end();
	}
}).listen(PORT, '127.0.0.1', () => console.log(`http://127.0.0.1:${PORT}/web-widget/index.html`));
