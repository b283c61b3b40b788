package org.signpost.language;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedding that remembers the vectors of the guidance and, where asked to, its
 * tokens' states, in memory and between starts in a file, so that a restart or a change
 * of one page need not embed the rest again. Of what visitors type nothing is ever
 * written; the vectors of the last few texts stay in memory until others take their
 * place, since the stages of one turn need the same ones. Safe for many threads.
 */
public final class EmbeddingStore implements SentenceEmbedding {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddingStore.class);

	private static final int DIMENSIONS = 384;

	/** A turn needs up to six; some 10 kB each. */
	private static final int RECENT = 64;

	private final SentenceEmbedding model;

	private final @Nullable Path file;

	private final Map<String, Encoding> known = new ConcurrentHashMap<>();

	private final Map<String, Encoding> recent = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Encoding> eldest) {
			return size() > RECENT;
		}

	});

	private final boolean enabled;

	private final LearntStore learnt;

	EmbeddingStore(SentenceEmbedding model, @Nullable Path folder) {
		this.model = model;
		this.enabled = model.embed("").length > 0;
		this.learnt = new LearntStore(folder);
		this.file = (folder != null) ? folder.resolve("encodings-" + model.model() + ".bin") : null;
		load();
	}

	@Override
	public float[] embed(String text) {
		return encode(text).vector();
	}

	@Override
	public Encoding encode(String text) {
		var key = key(text);
		var encoding = this.known.get(key);
		return (encoding != null) ? encoding : recent(key, text, this.model::encode);
	}

	@Override
	public Encoding encodeQuestion(String text) {
		return recent("?" + key(text), text, this.model::encodeQuestion);
	}

	/** Two threads may both make a vector; they make the same. */
	private Encoding recent(String key, String text, Function<String, Encoding> encode) {
		var encoding = this.recent.get(key);
		if (encoding == null) {
			encoding = encode.apply(text);
			this.recent.put(key, encoding);
		}
		return encoding;
	}

	@Override
	public String model() {
		return this.model.model();
	}

	/** Whether there is a model at all. */
	public boolean enabled() {
		return this.enabled;
	}

	/**
	 * Encodes texts of the guidance ahead of time, on all cores, and keeps what comes of
	 * it. Costs about 3 ms of a core for each text not seen before.
	 */
	public void prepare(Collection<String> texts) {
		if (!enabled()) {
			return;
		}
		var fresh = texts.stream()
			.distinct()
			.filter((text) -> !text.isBlank() && !this.known.containsKey(key(text)))
			.toList();
		if (!fresh.isEmpty()) {
			this.known
				.putAll(fresh.parallelStream().collect(Collectors.toMap(EmbeddingStore::key, this.model::encode)));
			save();
		}
	}

	/**
	 * What was learnt from examples in this or an earlier start, else learns it.
	 * @param examples all that it depends on, and a version of how it is learnt
	 * @param learn learns it, as bytes to keep
	 */
	public byte[] learnt(String examples, Supplier<byte[]> learn) {
		return this.learnt.get(key(this.model.model() + "\n" + examples), learn);
	}

	private void load() {
		if (this.file == null || !Files.isRegularFile(this.file)) {
			return;
		}
		try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(this.file)))) {
			int count = in.readInt();
			for (int i = 0; i < count; i++) {
				var key = in.readUTF();
				var vector = new float[DIMENSIONS];
				for (int j = 0; j < DIMENSIONS; j++) {
					vector[j] = in.readFloat();
				}
				this.known.put(key, new Encoding(vector, in.readFloat(), in.readFloat()));
			}
		}
		catch (IOException ex) {
			// only a saving of time: what is missing is embedded again
			logger.warn("The kept vectors in {} could not be read and are made anew", this.file);
			this.known.clear();
		}
	}

	private synchronized void save() {
		if (this.file == null) {
			return;
		}
		try {
			Files.createDirectories(this.file.toAbsolutePath().getParent());
			var fresh = Files.createTempFile(this.file.toAbsolutePath().getParent(), "embeddings", ".tmp");
			var entries = Map.copyOf(this.known);
			try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
				out.writeInt(entries.size());
				for (var entry : entries.entrySet()) {
					out.writeUTF(entry.getKey());
					for (var value : entry.getValue().vector()) {
						out.writeFloat(value);
					}
					out.writeFloat(entry.getValue().doubt());
					out.writeFloat(entry.getValue().pull());
				}
			}
			Files.move(fresh, this.file, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			logger.warn("The vectors could not be kept in {}; the next start takes longer", this.file);
		}
	}

	private static String key(String text) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
