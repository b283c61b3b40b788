package org.signpost.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedding that remembers the encodings of the guidance: those that the build made of
 * the guidance that ships, and in a file of the data folder those of an organisation's
 * own, so that a start or a change of one page need not embed the rest again. What the
 * guidance no longer says is forgotten. Of what visitors type nothing is ever written;
 * the encodings of the last texts stay in memory until others take their place, since the
 * stages of one turn need the same ones. 1.6 kB a text. Safe for many threads.
 */
public final class EmbeddingStore implements SentenceEmbedding {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddingStore.class);

	/** Bytes. A turn needs up to six of some 20 kB, and 64 are answered at once. */
	static final int RECENT = 12 << 20;

	/** Bytes, of some 30 kB a candidate: what is asked about most stays. */
	private static final int READ = 32 << 20;

	/** What a crash may lose of the work, about a second of a core. */
	private static final int BATCH = 256;

	/** Work shorter than this needs no word, and none is said more often. */
	static final long SHOWN_AFTER = 10_000_000_000L;

	private static final String PREFIX = "encodings-";

	private final SentenceEmbedding model;

	private final @Nullable Path folder;

	private final Map<TextDigest, Encoding> known = new ConcurrentHashMap<>();

	private final Set<TextDigest> wanted = ConcurrentHashMap.newKeySet();

	private final Set<TextDigest> packed;

	private final @Nullable OnnxReader reader;

	private final Cache<Recent, Encoding> recent = Caffeine.newBuilder()
		.maximumWeight(RECENT)
		.weigher((Recent key, Encoding encoding) -> encoding.bytes())
		.build();

	private final Cache<TextDigest, TokenStates> read = Caffeine.newBuilder()
		.maximumWeight(READ)
		.weigher((TextDigest key, TokenStates states) -> states.bytes())
		.build();

	private final boolean enabled;

	private final LearntStore learnt;

	private final LongSupplier nanoTime;

	/** Whether it may not hold up others. */
	private final boolean beside;

	/** Records of the file, whether anybody needs them or not. */
	private int records;

	private boolean compacted;

	/** Whether there is what answers while others are prepared. */
	private volatile boolean answering;

	EmbeddingStore(SentenceEmbedding model, @Nullable OnnxReader reader, PreparedFiles prepared,
			@Nullable Path folder) {
		this(model, reader, prepared, folder, System::nanoTime);
	}

	EmbeddingStore(SentenceEmbedding model, @Nullable OnnxReader reader, PreparedFiles prepared, @Nullable Path folder,
			LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
		this.model = model;
		this.reader = reader;
		this.enabled = model.enabled();
		this.learnt = new LearntStore(prepared, folder);
		this.folder = this.enabled ? folder : null;
		var bytes = prepared.find(fileName());
		this.known.putAll((bytes != null) ? EncodingFile.parse(bytes).encodings() : Map.of());
		this.packed = Set.copyOf(this.known.keySet());
		this.beside = false;
		load();
	}

	private EmbeddingStore(EmbeddingStore other) {
		this.model = other.model;
		this.reader = other.reader;
		this.enabled = other.enabled;
		this.learnt = other.learnt;
		this.nanoTime = other.nanoTime;
		this.folder = null;
		this.known.putAll(other.known);
		this.packed = Set.of();
		this.beside = true;
	}

	/**
	 * Another on the same model that begins with what this one knows. What it comes to
	 * know stays its own and is in no file, but what was learnt from examples, which is
	 * in one until this one forgets. It works on one core.
	 */
	EmbeddingStore beside() {
		return new EmbeddingStore(this);
	}

	@Override
	public float[] embed(String text) {
		return encode(text).vector();
	}

	@Override
	public Encoding encode(String text) {
		var digest = TextDigest.of(text);
		var encoding = this.known.get(digest);
		return (encoding != null) ? encoding
				: recent(new Recent(digest, Read.AS_CANDIDATE), text, (each) -> this.model.encode(each).kept());
	}

	@Override
	public Encoding encodeQuestion(String text) {
		return recent(new Recent(TextDigest.of(text), Read.AS_QUESTION), text, this.model::encodeQuestion);
	}

	/**
	 * Log odds that a candidate answers a question, both read together and not yet
	 * calibrated. Costs about a millisecond of a core, and 3 more where the candidate has
	 * not been read of late.
	 * @param question what {@link #encodeQuestion} made of the question
	 * @param candidate the candidate's text
	 * @return 0 where there is no model
	 */
	public double read(Encoding question, String candidate) {
		if (this.reader == null) {
			return 0;
		}
		var digest = TextDigest.of(candidate);
		var states = this.read.getIfPresent(digest);
		if (states == null) {
			states = this.model.encode(candidate).states();
			this.read.put(digest, states);
		}
		return this.reader.read(question.states(), states);
	}

	/**
	 * How probably each of the model's acts is done by a message, in the order of
	 * {@link ModelFiles#acts}. Costs about a millisecond of a core.
	 * @param message what {@link #encodeQuestion} made of the message
	 * @return of no elements where there is no model
	 */
	public float[] acts(Encoding message) {
		return (this.reader != null) ? this.reader.acts(message.states()) : new float[0];
	}

	/**
	 * Where the pieces of a message begin, and which of them ask. Costs about 4 ms of a
	 * core.
	 * @param words what stands between its spaces, in order
	 * @return a label a word; none where there is no model
	 */
	public List<WordLabel> label(List<String> words) {
		return (this.reader != null) ? this.reader.label(words) : List.of();
	}

	@Override
	public Encoding encodeGenerally(String text) {
		return recent(new Recent(TextDigest.of(text), Read.GENERALLY), text, this.model::encodeGenerally);
	}

	/** Two threads may both make a vector; they make the same. */
	private Encoding recent(Recent key, String text, Function<String, Encoding> encode) {
		var encoding = this.recent.getIfPresent(key);
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

	@Override
	public boolean enabled() {
		return this.enabled;
	}

	@Override
	public void await() {
		this.model.await();
		if (this.reader != null) {
			this.reader.await();
		}
	}

	/**
	 * Encodes texts of the guidance ahead of time and keeps what comes of it: on all
	 * cores, but for one where others are being answered from already. Costs about 3 ms
	 * of a core for each text not seen before; what was done when the process is killed
	 * or this is given up is kept.
	 */
	public void prepare(Collection<String> texts, Progress progress) {
		if (!enabled()) {
			return;
		}
		var fresh = new LinkedHashMap<TextDigest, String>();
		for (var text : texts) {
			var digest = TextDigest.of(text);
			this.wanted.add(digest);
			if (!text.isBlank() && !this.known.containsKey(digest)) {
				fresh.put(digest, text);
			}
		}
		encodeAll(fresh, progress);
	}

	/** As {@link #prepare(Collection, Progress)}, where nobody asks how far it is. */
	public void prepare(Collection<String> texts) {
		prepare(texts, Progress.UNSEEN);
	}

	/** Says that texts prepared before are needed on. */
	public void prepared(Collection<TextDigest> texts) {
		this.wanted.addAll(texts);
	}

	private void encodeAll(Map<TextDigest, String> texts, Progress progress) {
		var all = texts.entrySet().stream().toList();
		if (all.isEmpty()) {
			return;
		}
		var shown = this.nanoTime.getAsLong();
		try (var workers = new ForkJoinPool(threads())) {
			for (int from = 0; from < all.size(); from += BATCH) {
				progress.at(Progress.Step.ENCODING, from, all.size());
				var part = all.subList(from, Math.min(from + BATCH, all.size()));
				var batch = this.beside ? encoded(part.stream())
						: workers.submit(() -> encoded(part.parallelStream())).join();
				this.known.putAll(batch);
				append(batch);
				int to = from + part.size();
				if (this.nanoTime.getAsLong() - shown > SHOWN_AFTER && to < all.size()) {
					logger.info("Reading new guidance: {} of {} texts", to, all.size());
					shown = this.nanoTime.getAsLong();
				}
			}
		}
	}

	private Map<TextDigest, Encoding> encoded(Stream<Map.Entry<TextDigest, String>> texts) {
		return texts.collect(Collectors.toMap(Map.Entry::getKey, (each) -> this.model.encode(each.getValue()).kept()));
	}

	/** So many that who asks something meanwhile finds a core free. */
	private int threads() {
		int cores = Runtime.getRuntime().availableProcessors();
		return this.answering ? Math.max(1, cores - 1) : cores;
	}

	/**
	 * What was learnt from examples in this or an earlier start or in the build, else
	 * learns it.
	 * @param examples all that it depends on, and a version of how it is learnt
	 * @param learn learns it, as bytes to keep
	 */
	public byte[] learnt(String examples, Supplier<byte[]> learn) {
		return this.learnt.get(TextDigest.of(this.model.model() + "\n" + examples), learn);
	}

	/**
	 * Forgets every text and everything learnt that nobody has asked to
	 * {@linkplain #prepare prepare} or to {@linkplain #learnt learn} since the last call,
	 * as is right when a knowledge base has just taken the place of another.
	 */
	public void retainPrepared() {
		this.learnt.retainWanted();
		this.known.keySet().retainAll(this.wanted);
		this.wanted.clear();
		this.answering = true;
		compact();
	}

	private synchronized void load() {
		if (this.folder == null) {
			return;
		}
		var file = file(this.folder);
		try {
			var contents = file.read();
			this.known.putAll(contents.encodings());
			this.records = contents.records();
			if (!contents.whole()) {
				logger.warn("Some kept vectors in {} could not be read and are made anew", this.folder);
				// nothing may be written behind a torn record
				file.replace(contents.encodings());
				this.records = contents.encodings().size();
			}
		}
		catch (IOException ex) {
			// only a saving of time: what is missing is embedded again
			logger.warn("The kept vectors in {} could not be read and are made anew", this.folder);
		}
	}

	private synchronized void append(Map<TextDigest, Encoding> fresh) {
		if (this.folder == null) {
			return;
		}
		try {
			file(this.folder).append(fresh);
			this.records += fresh.size();
		}
		catch (IOException ex) {
			logger.warn("The vectors could not be kept in {}; the next start takes longer", this.folder);
		}
	}

	/**
	 * Writes the file anew where some of it is of no use at the start, most of it later.
	 */
	private synchronized void compact() {
		if (this.folder == null) {
			return;
		}
		var own = this.known.entrySet()
			.stream()
			.filter((each) -> !this.packed.contains(each.getKey()))
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		try {
			if (this.records > (this.compacted ? 2 : 1) * own.size()) {
				file(this.folder).replace(own);
				this.records = own.size();
			}
			this.compacted = true;
			removeOthers(this.folder);
		}
		catch (IOException ex) {
			logger.warn("Vectors that are of no use any more could not be removed from {}", this.folder);
		}
	}

	/** Those of a model that has been replaced. */
	private void removeOthers(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return;
		}
		try (var files = Files.newDirectoryStream(folder, PREFIX + "*.bin")) {
			for (var file : files) {
				if (!file.getFileName().toString().equals(fileName())) {
					Files.deleteIfExists(file);
				}
			}
		}
	}

	private EncodingFile file(Path folder) {
		return new EncodingFile(folder.resolve(fileName()));
	}

	private String fileName() {
		return PREFIX + this.model.model() + ".bin";
	}

	/** What a text was taken for. */
	private enum Read {

		AS_CANDIDATE, AS_QUESTION, GENERALLY

	}

	/**
	 * A text and what it was taken for.
	 *
	 * @param text the text
	 * @param read what for
	 */
	private record Recent(TextDigest text, Read read) {

	}

}
