package org.signpost.review;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signpost.answering.Edition;
import org.signpost.answering.Editions;
import org.signpost.answering.QuestionAnswering;
import org.signpost.conversation.Outcome;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.KnowledgeBaseReader.Reading;
import org.signpost.language.LanguageTools;
import org.signpost.language.Sentences;
import org.signpost.review.Comparison.State;
import org.signpost.testing.Engines;
import org.signpost.testing.ScriptedAnswering;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DraftsTests {

	@TempDir
	Path folder;

	@Test
	void namesItsFoldersInOrder() throws IOException {
		assertThat(new Drafts(this.folder.resolve("nowhere")).names()).isEmpty();
		for (var name : List.of("winter", "autumn 2026", ".git", "Älteres")) {
			Files.createDirectory(this.folder.resolve(name));
		}
		Files.writeString(this.folder.resolve("notes.md"), "no folder");
		var drafts = new Drafts(this.folder);
		assertThat(drafts.names()).containsExactly("autumn 2026", "winter", "Älteres");
		assertThat(drafts.find("winter")).contains(this.folder.resolve("winter"));
		assertThat(drafts.find("notes.md")).isEmpty();
		assertThatExceptionOfType(RefusedDraftException.class).isThrownBy(() -> drafts.find("../" + this.folder));
	}

	@Test
	void nothingOfADraftsEngineStaysOnceItWasCompared() throws IOException {
		FileSystemUtils.copyRecursively(Engines.SMALL, this.folder.resolve("autumn"));
		var editions = new OneEdition();
		var comparisons = new Comparisons(editions, new Drafts(this.folder), new Background(), Clock.systemUTC());
		var cases = EvaluationCase.read(List.of("{\"turns\": [{\"user\": \"How much?\"}]}"), "case");
		var begun = comparisons.start("autumn", cases, null, "mary").orElseThrow();
		Awaitility.await().until(() -> comparisons.find(begun.id()).orElseThrow().state() == State.DONE);
		assertThat(comparisons.find(begun.id()).orElseThrow().changes()).hasSize(1);
		Awaitility.await().until(() -> {
			System.gc();
			return editions.made.get().refersTo(null);
		});
	}

	/** Answers from the small knowledge base, and from any other as in a second turn. */
	private static final class OneEdition implements Editions {

		private final ScriptedAnswering script = new ScriptedAnswering();

		private final AtomicReference<WeakReference<QuestionAnswering>> made = new AtomicReference<>();

		@Override
		public Edition current() {
			return Edition.of(Engines.reading(Engines.SMALL), this.script);
		}

		@Override
		public Reading read(Path draft) {
			return new KnowledgeBaseReader(new Sentences()).read(draft);
		}

		@Override
		public QuestionAnswering engine(KnowledgeBase knowledgeBase) {
			QuestionAnswering engine = (question, history) -> this.script.answer(question,
					List.of(another(knowledgeBase)));
			this.made.set(new WeakReference<>(engine));
			return engine;
		}

		@Override
		public LanguageTools beside() {
			return Engines.tools().beside();
		}

		private Turn another(KnowledgeBase knowledgeBase) {
			return new Turn(knowledgeBase.sources().getFirst().title(), "", Outcome.ANSWERED, null, false, null,
					List.of(), "", List.of(), null);
		}

	}

}
