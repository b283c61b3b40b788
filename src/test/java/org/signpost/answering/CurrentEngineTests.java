package org.signpost.answering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
import org.signpost.language.LanguageTools;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CurrentEngineTests {

	@TempDir
	Path folder;

	private CurrentEngine engine;

	@BeforeEach
	void prepare() throws IOException {
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
	void takesUpAChangeAndKeepsTheLastGoodStateOnAMistake() throws Exception {
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £400 a year.\n");
		await(() -> state().contains("£400"));
		write("---\nno title: at all\n---\nThe winter allowance is £999 a year.\n");
		write("other", "---\ntitle: Other\n---\nLock visits are free.\n");
		// what comes after the mistake is taken up, so the mistake has been read by then
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £420 a year.\n");
		await(() -> state().contains("£420"));
		assertThat(state()).doesNotContain("£999").contains("free");
	}

	@Test
	void aMistakeDoesNotReplaceTheState() throws Exception {
		write("---\ntitle: Lock keeper\n---\nThe winter allowance is £385 a year.\n");
		this.engine.start();
		await(this::ready);
		var before = this.engine.get();
		var seen = new CountDownLatch(1);
		var logger = (ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(CurrentEngine.class);
		var appender = new ch.qos.logback.core.AppenderBase<ch.qos.logback.classic.spi.ILoggingEvent>() {
			@Override
			protected void append(ch.qos.logback.classic.spi.ILoggingEvent event) {
				if (event.getFormattedMessage().contains("has mistakes; answers go on from its last good state")) {
					seen.countDown();
				}
			}
		};
		appender.start();
		logger.addAppender(appender);
		try {
			write("The winter allowance is £999 a year.\n");
			assertThat(seen.await(2, TimeUnit.MINUTES)).isTrue();
			assertThat(this.engine.get()).isSameAs(before);
		}
		finally {
			logger.detachAppender(appender);
		}
	}

	@Test
	void aFirstLoadThatFailsIsTriedAgain() throws Exception {
		var tries = new AtomicInteger();
		this.engine = new CurrentEngine(properties(this.folder.resolve("kb").toString()), () -> {
			if (tries.incrementAndGet() < 3) {
				throw new UnsatisfiedLinkError("no space left for the library");
			}
			return LanguageTools.load(false, null);
		}, StagedQuestionAnswering::new);
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
	void aReloadThatFailsIsTriedAgainThoughNothingChanges() throws Exception {
		var fail = new AtomicBoolean();
		this.engine = new CurrentEngine(properties(this.folder.resolve("kb").toString()),
				() -> LanguageTools.load(false, null), (knowledgeBase, tools) -> {
					if (fail.getAndSet(false)) {
						throw new IllegalStateException("the disk hiccupped");
					}
					return new StagedQuestionAnswering(knowledgeBase, tools);
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
		assertThat(logged.stream().filter((line) -> line.contains("has mistakes"))).hasSize(1);
	}

	@Test
	void aFolderThatIsNotThereIsToldAtOnce() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> engine(this.folder.resolve("nowhere").toString()).start());
	}

	private static CurrentEngine engine(String folder) {
		return new CurrentEngine(properties(folder));
	}

	private static AnsweringProperties properties(String folder) {
		return new AnsweringProperties(folder, Path.of("target"), false, Duration.ofMillis(20));
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
