package org.signpost.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.conversation.Question;
import org.signpost.knowledge.Problem;
import org.signpost.language.LanguageTools;
import org.signpost.language.Progress;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CurrentEngineTests {

	/** What the engine learns without vectors takes seconds, so it is learnt once. */
	@TempDir
	static Path data;

	@TempDir
	Path folder;

	private CurrentEngine engine;

	@BeforeEach
	void prepare() throws IOException {
		FileSystemUtils.deleteRecursively(data.resolve("last-good"));
		Files.createDirectories(this.folder.resolve("kb/guidance"));
		this.engine = engine(this.folder.resolve("kb").toString());
	}

	@AfterEach
	void stop() {
		this.engine.stop();
	}

	@Test
	void answersOnceTheKnowledgeBaseIsLoaded() throws Exception {
		assertThatExceptionOfType(KnowledgeBaseNotReadyException.class).isThrownBy(this.engine::get);
		assertThatExceptionOfType(KnowledgeBaseNotReadyException.class).isThrownBy(
				() -> this.engine.answer(new Question("pay?", null, false, LocalDate.of(2026, 11, 21)), List.of()));
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		assertThat(this.engine.isRunning()).isTrue();
		assertThat(this.engine.get().statements()).hasSize(1);
		var question = new Question("What is the winter allowance?", null, false, LocalDate.of(2026, 11, 21));
		assertThat(this.engine.answer(question, List.of()).answer().blocks()).isNotEmpty();
	}

	@Test
	void anEditedFigureIsWhatAVisitorReadsWithTheSettingsThatShip() throws Exception {
		this.engine = new CurrentEngine(new Binder(new MapConfigurationPropertySource(
				Map.of("signpost.knowledge-base", this.folder.resolve("kb").toString(), "signpost.data",
						data.toString(), "signpost.embeddings", "false")))
			.bind("signpost", AnsweringProperties.class)
			.get());
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385{#winter} a year.\n");
		Files.createDirectories(this.folder.resolve("kb/answers"));
		Files.writeString(this.folder.resolve("kb/answers/winter.md"),
				"""
						---
						title: the winter allowance
						examples: [winter allowance, extra money in winter, cold weather pay, more in winter, allowance for winter]
						---
						## Anywhere
						In winter a lock keeper gets {amount lock#winter} a year more.
						""");
		this.engine.start();
		await(this::ready);
		var question = "What is the winter allowance?";
		assertThat(answer(question)).contains("£385");
		for (var figure : List.of("£412", "£430")) {
			write("---\ntitle: Lock keeper\n---\nThe winter allowance is %s{#winter} a year.\n".formatted(figure));
			await(() -> answer(question).contains(figure));
			assertThat(answer(question)).doesNotContain("£385");
		}
	}

	@Test
	void aFileWithAMistakeIsAnsweredFromAsItWas() throws Exception {
		this.engine = reader();
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £400 a year.\n");
		await(() -> state().contains("£400"));
		write("---\nno title: at all\n---\nThe winter allowance is £999 a year.\n");
		write("other", "---\ntitle: Other\n---\nLock visits are free.\n");
		await(() -> state().contains("free") && !this.engine.problems().isEmpty());
		assertThat(state()).doesNotContain("£999").contains("£400");
		assertThat(this.engine.problems()).extracting(Problem::toString)
			.contains("guidance/lock.md:2: \"title\" is missing",
					"guidance/lock.md:1: warning: until this is mended the file is used as it was before");
		assertThat(this.engine.publication().through()).isFalse();
		assertThat(this.engine.publication().setAside()).extracting(Problem::file).containsExactly("guidance/lock.md");
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £420 a year.\n");
		await(() -> state().contains("£420"));
		assertThat(this.engine.problems()).isEmpty();
		assertThat(this.engine.publication().through()).isTrue();
		assertThat(this.engine.publication().published()).isEqualTo(this.engine.publication().tried());
	}

	@Test
	void overARestartToo() throws Exception {
		this.engine = reader();
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		await(() -> Files.exists(data.resolve("last-good/guidance+lock.md")));
		this.engine.stop();
		write("The winter allowance is £999 a year.\n");
		this.engine = reader();
		this.engine.start();
		await(this::ready);
		assertThat(state()).contains("£385").doesNotContain("£999");
	}

	@Test
	void aFileThatIsGoneIsForgotten() throws Exception {
		this.engine = reader();
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		write("other", "---\ntitle: Other\n---\nLock visits are free.\n");
		this.engine.start();
		await(this::ready);
		Files.delete(this.folder.resolve("kb/guidance/other.md"));
		await(() -> !state().contains("free"));
		write("other", "Lock visits cost £5.\n");
		await(() -> !this.engine.problems().isEmpty());
		assertThat(state()).doesNotContain("free").doesNotContain("£5");
	}

	@Test
	void oneFaultyFileOfManyIsLeftOutAlone() throws Exception {
		this.engine = reader();
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		write("other", "No head at all.\n");
		var logged = logged(() -> {
			this.engine.start();
			await(this::ready);
			return null;
		});
		assertThat(state()).contains("£385");
		assertThat(logged).anyMatch(
				(line) -> line.contains("guidance/other.md:1: warning: until this is mended the file is left out"));
	}

	@Test
	void aFigureThatChangesReachesVisitorsThoughEditorsStillSayTheOld() throws Exception {
		Files.createDirectories(this.folder.resolve("kb/answers"));
		Files.writeString(this.folder.resolve("kb/answers/winter-allowance.md"), """
				---
				title: the winter allowance
				examples: [what is the winter allowance, winter money, how much in winter, extra for winter, cold pay]
				---
				## Anywhere
				Lock keepers get £385 for the winter. [lock]
				""");
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		assertThat(answer("what is the winter allowance")).contains("Lock keepers get £385");
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £410 a year.\n");
		await(() -> state().contains("£410"));
		assertThat(answer("what is the winter allowance")).contains("£410").doesNotContain("£385");
		assertThat(this.engine.problems()).extracting(Problem::toString)
			.containsExactly(
					"answers/winter-allowance.md:6: warning: no statement of lock gives 385; correct the figure or cite the source that gives it",
					"answers/winter-allowance.md:5: warning: what stands under this heading is set aside until then; the sources answer in its place");
	}

	@Test
	void aFirstLoadThatFailsIsTriedAgain() throws Exception {
		var tries = new AtomicInteger();
		this.engine = new CurrentEngine(properties(this.folder.resolve("kb").toString()), () -> {
			if (tries.incrementAndGet() < 3) {
				throw new UnsatisfiedLinkError("no space left for the library");
			}
			return LanguageTools.load(false, data);
		}, StagedQuestionAnswering::make);
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		assertThat(this.engine.ready().toCompletableFuture()).isNotDone();
		var logged = logged(() -> {
			this.engine.start();
			await(this::ready);
			return null;
		});
		assertThat(tries).hasValue(3);
		assertThat(this.engine.ready().toCompletableFuture()).isDone();
		assertThat(logged.stream().filter((line) -> line.contains("could not be loaded"))).hasSize(1);
	}

	@Test
	void aModelThatProvesUnusableLateIsLoadedAnew() throws Exception {
		var loaded = new AtomicInteger();
		this.engine = new CurrentEngine(properties(this.folder.resolve("kb").toString()), () -> {
			loaded.incrementAndGet();
			return LanguageTools.load(false, data);
		}, (knowledgeBase, tools, before, progress) -> {
			if (loaded.get() < 2) {
				throw new IllegalStateException("the model could not be loaded");
			}
			return NO_ANSWERS;
		});
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		assertThat(loaded).hasValue(2);
	}

	@Test
	void aReloadThatFailsIsTriedAgainThoughNothingChanges() throws Exception {
		var fail = new AtomicBoolean();
		this.engine = new CurrentEngine(properties(this.folder.resolve("kb").toString()),
				() -> LanguageTools.load(false, data), (knowledgeBase, tools, before, progress) -> {
					if (fail.getAndSet(false)) {
						throw new IllegalStateException("the disk hiccupped");
					}
					return StagedQuestionAnswering.make(knowledgeBase, tools, before, progress);
				});
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		fail.set(true);
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £400 a year.\n");
		await(() -> state().contains("£400"));
		assertThat(fail).isFalse();
	}

	@Test
	void whatHasNotChangedIsNotReadAgain() throws Exception {
		this.engine = reader();
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		write("other", "---\ntitle: Other\n---\nLock visits are free.\n");
		this.engine.start();
		await(this::ready);
		var before = this.engine.get();
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £400 a year.\n");
		await(() -> state().contains("£400"));
		assertThat(this.engine.get().findSource("other").orElseThrow())
			.isSameAs(before.findSource("other").orElseThrow());
	}

	@Test
	void tellsHowFarALoadIsWhileTheOldStateAnswers() throws Exception {
		var encoding = new CountDownLatch(1);
		var goOn = new CountDownLatch(1);
		this.engine = new CurrentEngine(properties(this.folder.resolve("kb").toString()),
				() -> LanguageTools.load(false, data), (knowledgeBase, tools, before, progress) -> {
					if (before != null) {
						progress.at(Progress.Step.ENCODING, 256, 1000);
						encoding.countDown();
						joined(goOn);
					}
					return NO_ANSWERS;
				});
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		assertThat(this.engine.loading()).isEmpty();
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £400 a year.\n");
		joined(encoding);
		assertThat(this.engine.loading()).hasValue(new LoadProgress(Progress.Step.ENCODING, 256, 1000));
		assertThat(this.engine.loading()).asString().contains("encoding 256 of 1,000 texts");
		assertThat(state()).contains("£385");
		goOn.countDown();
		await(() -> state().contains("£400") && this.engine.loading().isEmpty());
	}

	@Test
	void aLongLoadOfWhatIsNoLongerThereIsGivenUp() throws Exception {
		var given = new CountDownLatch(1);
		this.engine = new CurrentEngine(properties(this.folder.resolve("kb").toString()),
				() -> LanguageTools.load(false, data), (knowledgeBase, tools, before, progress) -> {
					var said = knowledgeBase.statements().getFirst().text();
					// encodes for ever, unless it is told otherwise
					for (int i = 0; said.contains("£400"); i++) {
						given.countDown();
						progress.at(Progress.Step.ENCODING, i, Integer.MAX_VALUE);
					}
					return NO_ANSWERS;
				});
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £400 a year.\n");
		joined(given);
		assertThat(state()).contains("£385");
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £4,200 a year.\n");
		await(() -> state().contains("£4,200"));
		assertThat(this.engine.problems()).isEmpty();
	}

	@Test
	void aMistakeThatStaysIsToldOnce() throws Exception {
		write("---\nno title: at all\n---\nThe winter allowance is £999 a year.\n");
		var reads = new AtomicInteger();
		var logged = logged(() -> {
			this.engine.start();
			// read again and again: as soon as it is mended, whatever the file's time
			// says
			await(() -> reads.incrementAndGet() > 20);
			write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
			await(this::ready);
			return null;
		});
		assertThat(logged.stream().filter((line) -> line.contains("has nothing to answer from"))).hasSize(1);
	}

	@Test
	void aFolderThatIsNotThereIsToldAtOnce() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> engine(this.folder.resolve("nowhere").toString()).start());
	}

	private static final QuestionAnswering NO_ANSWERS = (question, history) -> {
		throw new UnsupportedOperationException();
	};

	private static void joined(CountDownLatch latch) {
		try {
			assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** One that reads the knowledge base and answers nothing. */
	private CurrentEngine reader() {
		return new CurrentEngine(properties(this.folder.resolve("kb").toString()),
				() -> LanguageTools.load(false, data), (knowledgeBase, tools, before, progress) -> NO_ANSWERS);
	}

	private static CurrentEngine engine(String folder) {
		return new CurrentEngine(properties(folder));
	}

	private static AnsweringProperties properties(String folder) {
		return new AnsweringProperties(folder, data, false, Duration.ofMillis(20));
	}

	private static List<String> logged(Callable<?> work) throws Exception {
		var logger = (Logger) LoggerFactory.getLogger(CurrentEngine.class);
		var appender = new ListAppender<ILoggingEvent>();
		appender.list = new CopyOnWriteArrayList<>();
		appender.start();
		logger.addAppender(appender);
		try {
			work.call();
			return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
		}
		finally {
			logger.detachAppender(appender);
		}
	}

	private boolean ready() {
		try {
			this.engine.get();
			return true;
		}
		catch (KnowledgeBaseNotReadyException ex) {
			return false;
		}
	}

	private String answer(String question) {
		return this.engine.answer(new Question(question, null, false, LocalDate.of(2026, 11, 21)), List.of())
			.answer()
			.text();
	}

	private String state() {
		return String.join(" ", this.engine.get().statements().stream().map((each) -> each.text()).toList());
	}

	private void write(String text) throws IOException {
		write("lock", text);
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(this.folder.resolve("kb/guidance/" + name + ".md"), text);
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(Duration.ofMinutes(2)).until(condition);
	}

}
