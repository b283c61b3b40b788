package org.signpost.answering;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseFolder;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Problem;
import org.signpost.language.LanguageTools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Answers from the last good state of the knowledge base. Loads it in the background when
 * the server starts and again whenever a file of its folder changes; a state with
 * mistakes is reported and the state before it kept. Safe for many threads.
 */
final class CurrentEngine implements QuestionAnswering, CurrentKnowledgeBase, SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(CurrentEngine.class);

	private static final int PROBLEMS_LOGGED = 20;

	private final AnsweringProperties properties;

	private final AtomicReference<@Nullable State> state = new AtomicReference<>();

	private volatile @Nullable Thread loader;

	CurrentEngine(AnsweringProperties properties) {
		this.properties = properties;
	}

	@Override
	public Answered answer(Question question, List<Turn> history) {
		return current().engine.answer(question, history);
	}

	@Override
	public KnowledgeBase get() {
		return current().knowledgeBase;
	}

	private State current() {
		var current = this.state.get();
		if (current == null) {
			throw new KnowledgeBaseNotReadyException();
		}
		return current;
	}

	@Override
	public void start() {
		// a folder that is not there is a mistake to be told at once
		var folder = KnowledgeBaseFolder.locate(this.properties.knowledgeBase());
		this.loader = Thread.ofPlatform().name("knowledge-base").daemon().start(() -> keepCurrent(folder));
	}

	private void keepCurrent(Path folder) {
		var tools = LanguageTools.load(this.properties.embeddings(), this.properties.data());
		long seen = KnowledgeBaseFolder.fingerprint(folder);
		load(folder, tools);
		while (isRunning()) {
			try {
				Thread.sleep(this.properties.reloadInterval());
				var now = KnowledgeBaseFolder.fingerprint(folder);
				if (now != seen) {
					seen = now;
					load(folder, tools);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
			catch (RuntimeException ex) {
				logger.warn("The knowledge base at {} could not be looked at; answers go on from its last good state",
						folder, ex);
			}
		}
	}

	private void load(Path folder, LanguageTools tools) {
		var reading = new KnowledgeBaseReader(tools.sentences()).read(folder);
		reading.problems().stream().limit(PROBLEMS_LOGGED).forEach((problem) -> {
			if (problem.severity() == Problem.Severity.ERROR) {
				logger.error("{}", problem);
			}
			else {
				logger.warn("{}", problem);
			}
		});
		if (!reading.usable()) {
			logger.error("The knowledge base at {} has mistakes; {}", folder.toAbsolutePath(),
					(this.state.get() != null) ? "answers go on from its last good state"
							: "no question can be answered until they are mended");
			return;
		}
		var knowledgeBase = reading.knowledgeBase();
		var engine = new StagedQuestionAnswering(knowledgeBase, tools);
		this.state.set(new State(knowledgeBase, engine));
		logger.info("Answering from {} statements of {} sources and {} curated answers at {}",
				knowledgeBase.statements().size(), knowledgeBase.sources().size(), knowledgeBase.answers().size(),
				folder.toAbsolutePath());
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

	private record State(KnowledgeBase knowledgeBase, QuestionAnswering engine) {

	}

}
