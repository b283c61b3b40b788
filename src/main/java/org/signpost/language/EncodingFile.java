package org.signpost.language;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A file of encodings: the mark of the format and the number of dimensions, then records
 * of one length, each the {@link TextDigest} of a text, its vector, its doubt and pull as
 * 32-bit floats and a checksum of these; big-endian. New records are written behind the
 * others. One that was torn by a crash or damaged since is left out by itself. Not for
 * two writers at once.
 */
final class EncodingFile {

	/** "SPE2": the format, to be changed with it. */
	private static final int MARK = 0x53504532;

	private static final int HEAD = 2 * Integer.BYTES;

	private final Path path;

	EncodingFile(Path path) {
		this.path = path;
	}

	/** What a file holds. */
	static Contents parse(byte[] bytes) {
		var encodings = new HashMap<TextDigest, Encoding>();
		var in = ByteBuffer.wrap(bytes);
		if (bytes.length < HEAD || in.getInt() != MARK) {
			return new Contents(encodings, 0, false);
		}
		int dimensions = in.getInt();
		if (dimensions <= 0 || dimensions > bytes.length) {
			return new Contents(encodings, 0, false);
		}
		int length = length(dimensions);
		int records = 0;
		var checksum = new CRC32();
		for (; in.remaining() >= length; records++) {
			checksum.reset();
			checksum.update(bytes, in.position(), length - Integer.BYTES);
			int end = in.position() + length;
			if ((int) checksum.getValue() == in.getInt(end - Integer.BYTES)) {
				var digest = new TextDigest(in.getLong(), in.getLong());
				var vector = new float[dimensions];
				in.asFloatBuffer().get(vector);
				in.position(in.position() + dimensions * Float.BYTES);
				encodings.put(digest, new Encoding(vector, in.getFloat(), in.getFloat()));
			}
			in.position(end);
		}
		return new Contents(encodings, records, records == encodings.size() && !in.hasRemaining());
	}

	/** What this file holds; nothing where there is none. */
	Contents read() throws IOException {
		return Files.isRegularFile(this.path) ? parse(Files.readAllBytes(this.path))
				: new Contents(new HashMap<>(), 0, true);
	}

	/** Writes records behind those that are there, of as many dimensions. */
	void append(Map<TextDigest, Encoding> encodings) throws IOException {
		if (!Files.isRegularFile(this.path)) {
			replace(encodings);
			return;
		}
		try (var out = FileChannel.open(this.path, StandardOpenOption.APPEND)) {
			write(records(encodings), out);
		}
	}

	/**
	 * Writes the file anew, the same bytes for the same encodings; whoever reads it
	 * meanwhile finds the old one whole. Of no encodings no file is made.
	 */
	void replace(Map<TextDigest, Encoding> encodings) throws IOException {
		if (encodings.isEmpty()) {
			Files.deleteIfExists(this.path);
			return;
		}
		var folder = this.path.toAbsolutePath().getParent();
		Files.createDirectories(folder);
		var fresh = Files.createTempFile(folder, "encodings", ".tmp");
		try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
			var head = ByteBuffer.allocate(HEAD).putInt(MARK).putInt(dimensions(encodings)).flip();
			write(head, out);
			write(records(new TreeMap<>(encodings)), out);
		}
		Files.move(fresh, this.path, StandardCopyOption.REPLACE_EXISTING);
	}

	private static void write(ByteBuffer bytes, FileChannel out) throws IOException {
		while (bytes.hasRemaining()) {
			out.write(bytes);
		}
	}

	private static ByteBuffer records(Map<TextDigest, Encoding> encodings) {
		int length = length(dimensions(encodings));
		var bytes = ByteBuffer.allocate(encodings.size() * length);
		var checksum = new CRC32();
		encodings.forEach((digest, encoding) -> {
			int start = bytes.position();
			bytes.putLong(digest.high()).putLong(digest.low());
			for (var value : encoding.vector()) {
				bytes.putFloat(value);
			}
			bytes.putFloat(encoding.doubt()).putFloat(encoding.pull());
			checksum.reset();
			checksum.update(bytes.array(), start, length - Integer.BYTES);
			bytes.putInt((int) checksum.getValue());
		});
		return bytes.flip();
	}

	private static int dimensions(Map<TextDigest, Encoding> encodings) {
		return encodings.values().stream().mapToInt((each) -> each.vector().length).findFirst().orElse(0);
	}

	private static int length(int dimensions) {
		return 2 * Long.BYTES + (dimensions + 2) * Float.BYTES + Integer.BYTES;
	}

	/**
	 * What was read.
	 *
	 * @param encodings the encodings of the records that are whole
	 * @param records how many records there are, of whatever worth
	 * @param whole whether nothing is damaged, torn or there twice
	 */
	record Contents(Map<TextDigest, Encoding> encodings, int records, boolean whole) {

	}

}
