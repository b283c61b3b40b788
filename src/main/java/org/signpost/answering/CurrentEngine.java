package org.signpost.answering;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.DataFolder;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.judging.LikeSubjects;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseFolder;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.LastGoodFiles;
import org.signpost.knowledge.Problem;
import org.signpost.language.LanguageTools;
import org.signpost.language.Progress;
import org.signpost.language.SentenceEmbedding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Answers from the knowledge base as it is. Loads it in the background when the server
 * starts and again whenever a file of its folder changes. A file with a mistake is
 * reported and answered from as it was before it, over restarts too. What could not be
 * loaded at all is tried again, ever more seldom up to once a minute, and told again only
 * when something else is wrong with it. What takes long is given up when the folder
 * changes again. Safe for many threads.
 */
final class CurrentEngine
		implements QuestionAnswering, CurrentKnowledgeBase, CurrentEmbedding, Editions, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(CurrentEngine.class);

	private static final int PROBLEMS_LOGGED = 20;

	/** Folder of the data folder. */
	private static final String LAST_GOOD = "last-good";

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private final AnsweringProperties properties;

	private final Supplier<LanguageTools> language;

	private final EngineFactory engines;

	private final AtomicReference<@Nullable State> state = new AtomicReference<>();

	private volatile Publication publication = new Publication(null, null, false, List.of(), List.of());

	private volatile @Nullable LoadProgress loading;

	private final CompletableFuture<Void> ready = new CompletableFuture<>();

	private volatile @Nullable Thread loader;

	CurrentEngine(AnsweringProperties properties) {
		this(properties, () -> LanguageTools.load(properties.embeddings(), properties.data()),
				StagedQuestionAnswering::make);
	}

	/**
	 * For tests of what happens when loading fails.
	 * @param properties the settings
	 * @param language loads the tools of the stages
	 * @param engines builds an engine
	 */
	CurrentEngine(AnsweringProperties properties, Supplier<LanguageTools> language, EngineFactory engines) {
		this.properties = properties;
		this.language = language;
		this.engines = engines;
	}

	@Override
	public Answered answer(Question question, List<Turn> history) {
		return current().engine().answer(question, history);
	}

	@Override
	public KnowledgeBase get() {
		return current().knowledgeBase();
	}

	@Override
	public SentenceEmbedding embedding() {
		return state().tools.embedding();
	}

	@Override
	public List<Problem> problems() {
		return current().problems();
	}

	@Override
	public CompletionStage<Void> ready() {
		return this.ready.minimalCompletionStage();
	}

	@Override
	public Publication publication() {
		return this.publication;
	}

	@Override
	public Optional<LoadProgress> loading() {
		return Optional.ofNullable(this.loading);
	}

	@Override
	public Edition current() {
		return state().edition;
	}

	@Override
	public KnowledgeBaseReader.Reading read(Path folder) {
		return reader(state().tools).read(folder);
	}

	@Override
	public QuestionAnswering engine(KnowledgeBase knowledgeBase) {
		return this.engines.make(knowledgeBase, state().tools.beside(), null, Progress.UNSEEN);
	}

	@Override
	public LanguageTools beside() {
		return state().tools.beside();
	}

	private static KnowledgeBaseReader reader(LanguageTools tools) {
		return new KnowledgeBaseReader(tools.sentences(), new LikeSubjects(tools.embedding()));
	}

	private State state() {
		var state = this.state.get();
		if (state == null) {
			throw new KnowledgeBaseNotReadyException();
		}
		return state;
	}

	@Override
	public void start() {
		// a folder that is not there is a mistake to be told at once
		var folder = KnowledgeBaseFolder.locate(this.properties.knowledgeBase());
		var loading = Thread.ofPlatform()
			.name("knowledge-base")
			.daemon()
			.unstarted(new Loading(folder, this.properties.reloadInterval()));
		// known before it runs, as it goes on only while it is the one known
		this.loader = loading;
		loading.start();
	}

	@Override
	public void stop() {
		var running = this.loader;
		this.loader = null;
		if (running != null) {
			running.interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.loader != null;
	}

	private record State(Edition edition, LanguageTools tools) {

	}

	/** Keeps the state that of a folder; the work of one thread. */
	private final class Loading implements Runnable {

		private final Path folder;

		private final Duration interval;

		private final LastGoodFiles lastGood;

		private @Nullable LanguageTools tools;

		private @Nullable KnowledgeBaseReader reader;

		/** The fingerprint of what is being answered from, if anything is. */
		private @Nullable Long loaded;

		/** The fingerprint of what could not be loaded, and what was wrong with it. */
		private @Nullable Long failed;

		private String trouble = "";

		private Duration wait;

		/**
		 * What is being loaded, and when it was last asked whether that is still there.
		 */
		private long taken;

		private long asked;

		private long retryAt;

		Loading(Path folder, Duration interval) {
			this.folder = folder;
			this.lastGood = new LastGoodFiles(CurrentEngine.this.properties.data().resolve(LAST_GOOD));
			this.interval = interval;
			this.wait = interval;
		}

		@Override
		public void run() {
			while (Thread.currentThread().equals(CurrentEngine.this.loader)) {
				try {
					look();
				}
				catch (CancellationException ex) {
					// looked at again, what has been encoded stays so
					this.failed = null;
				}
				// with this thread gone nothing would be answered until a restart
				catch (RuntimeException | Error ex) {
					if (CurrentEngine.this.state.get() == null) {
						// it may be the model that could not be loaded
						this.tools = null;
					}
					failed(List.of(unreadable(ex)), ex.toString(),
							() -> logger.error("The knowledge base at {} could not be loaded; {}",
									this.folder.toAbsolutePath(), meanwhile(), ex));
				}
				finally {
					CurrentEngine.this.loading = null;
				}
				try {
					Thread.sleep(this.interval);
				}
				catch (InterruptedException ex) {
					return;
				}
			}
		}

		private void look() {
			var now = (Long) KnowledgeBaseFolder.fingerprint(this.folder);
			var again = now.equals(this.failed) ? System.nanoTime() - this.retryAt >= 0 : !now.equals(this.loaded);
			if (again) {
				if (!now.equals(this.failed)) {
					this.failed = now;
					this.wait = this.interval;
				}
				load(now);
			}
		}

		private void load(Long fingerprint) {
			this.taken = fingerprint;
			if (this.tools == null || this.reader == null) {
				this.tools = CurrentEngine.this.language.get();
				this.reader = reader(this.tools);
			}
			var reading = this.reader.read(this.folder, this.lastGood, this::at);
			if (!reading.usable()) {
				failed(reading.problems(), reading.problems().toString(), () -> {
					log(reading.problems());
					logger.error("The knowledge base at {} has nothing to answer from; {}",
							this.folder.toAbsolutePath(), meanwhile());
				});
				return;
			}
			log(reading.problems());
			var knowledgeBase = reading.knowledgeBase();
			var before = CurrentEngine.this.state.get();
			var engine = CurrentEngine.this.engines.make(knowledgeBase, this.tools,
					(before != null) ? before.edition().engine() : null, this::at);
			var now = Instant.now();
			CurrentEngine.this.publication = new Publication(now, now, reading.faultless(), reading.problems(),
					reading.setAside());
			CurrentEngine.this.state.set(new State(Edition.of(reading, engine), this.tools));
			this.tools.embedding().retainPrepared();
			this.loaded = fingerprint;
			this.failed = null;
			this.trouble = "";
			logger.info("Answering from {} statements of {} sources and {} curated answers at {}",
					knowledgeBase.statements().size(), knowledgeBase.sources().size(), knowledgeBase.answers().size(),
					this.folder.toAbsolutePath());
			CurrentEngine.this.ready.complete(null);
			keep(reading);
		}

		/**
		 * Tells how far it is. When the server stops, or what takes long is no longer
		 * what is wanted, it is given up.
		 */
		private void at(Progress.Step step, int done, int all) {
			CurrentEngine.this.loading = new LoadProgress(step, done, all);
			if (!Thread.currentThread().equals(CurrentEngine.this.loader)) {
				throw new CancellationException("the server stops");
			}
			if (step == Progress.Step.ENCODING && System.nanoTime() - this.asked >= this.interval.toNanos()) {
				this.asked = System.nanoTime();
				if (KnowledgeBaseFolder.fingerprint(this.folder) != this.taken) {
					throw new CancellationException("the knowledge base has changed");
				}
			}
		}

		private void keep(KnowledgeBaseReader.Reading reading) {
			try {
				DataFolder.create(CurrentEngine.this.properties.data().resolve(LAST_GOOD));
				this.lastGood.keep(reading);
			}
			catch (IOException ex) {
				logger.warn("What is right in the knowledge base could not be kept in {}: {}",
						CurrentEngine.this.properties.data(), ex.toString());
			}
		}

		private static Problem unreadable(Throwable ex) {
			return new Problem("guidance", 1, Problem.Severity.ERROR,
					"the knowledge base could not be loaded: " + ex.getClass().getSimpleName());
		}

		/** Tells what is wrong once, and when to try again. */
		private void failed(List<Problem> problems, String trouble, Runnable tell) {
			CurrentEngine.this.publication = new Publication(CurrentEngine.this.publication.published(), Instant.now(),
					false, problems, List.of());
			if (!trouble.equals(this.trouble)) {
				this.trouble = trouble;
				tell.run();
			}
			this.retryAt = System.nanoTime() + this.wait.toNanos();
			this.wait = this.wait.multipliedBy(2);
			if (this.wait.compareTo(LONGEST_WAIT) > 0) {
				this.wait = LONGEST_WAIT;
			}
		}

		private String meanwhile() {
			return (CurrentEngine.this.state.get() != null) ? "answers go on from its last good state"
					: "no question can be answered until this is mended";
		}

		private static void log(List<Problem> problems) {
			problems.stream().limit(PROBLEMS_LOGGED).forEach((problem) -> {
				if (problem.severity() == Problem.Severity.ERROR) {
					logger.error("{}", problem);
				}
				else {
					logger.warn("{}", problem);
				}
			});
		}

	}

}
