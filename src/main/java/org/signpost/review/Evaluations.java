package org.signpost.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.QuestionAnswering;
import org.signpost.conversation.NotSavedException;
import org.signpost.conversation.SavedEvaluations;
import org.signpost.review.Evaluation.Miss;
import org.signpost.review.Evaluation.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Evaluates the engine behind a running server. Asks the engine itself, so that no
 * conversation is begun and no limit is counted. The last twenty are kept in the
 * database; one that runs is in the memory of its server and gone when that is stopped.
 * Safe for use by many threads.
 */
public final class Evaluations implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Evaluations.class);

	private final QuestionAnswering engine;

	private final SavedEvaluations saved;

	private final Background background;

	private final Clock clock;

	private final JsonMapper json = JsonMapper.shared();

	/** The one that runs, or could not be kept. */
	private volatile @Nullable EvaluationRun last;

	Evaluations(QuestionAnswering engine, SavedEvaluations saved, Background background, Clock clock) {
		this.engine = engine;
		this.saved = saved;
		this.background = background;
		this.clock = clock;
	}

	/**
	 * Begins an evaluation.
	 * @param cases what to try
	 * @param date the day to answer as of, today when left out
	 * @param by who begins it
	 * @throws BusyException while another or a comparison goes on
	 */
	public Evaluation start(List<EvaluationCase> cases, @Nullable LocalDate date, String by) {
		var day = (date != null) ? date : LocalDate.now(this.clock);
		var run = new EvaluationRun(cases, new AnswerEvaluation(this.engine, day), day, by, this.clock.instant());
		this.background.start(() -> {
			this.last = run;
			run.run();
			keep(run);
		});
		return run.view();
	}

	private void keep(EvaluationRun run) {
		var ended = run.ended(this.clock.instant());
		try {
			var compared = (ended.state() == State.DONE) ? before(ended).map(ended::after).orElse(ended) : ended;
			this.saved.keep(run.id(), ended.started(),
					new SavedEvaluations.Account(this.json.writeValueAsString(compared.withMisses(null)),
							this.json.writeValueAsString(compared.misses())));
			this.last = null;
		}
		catch (NotSavedException | JacksonException ex) {
			logger.warn("An evaluation could not be kept and is known until the next one or until the server stops");
			run.end(ended);
		}
	}

	/** The last that ended and had a case of this one. */
	private Optional<Evaluation> before(Evaluation evaluation) {
		return this.saved.summaries()
			.stream()
			.map((summary) -> this.json.readValue(summary, Evaluation.class))
			.filter((earlier) -> earlier.state() == State.DONE && earlier.shares(evaluation))
			.findFirst();
	}

	/**
	 * The last evaluations without their misses, the newest first.
	 * @throws NotSavedException when the storage fails
	 */
	public List<Evaluation> list() {
		var all = new ArrayList<Evaluation>();
		var running = this.last;
		if (running != null) {
			all.add(running.view().withMisses(null));
		}
		this.saved.summaries()
			.stream()
			.map((summary) -> this.json.readValue(summary, Evaluation.class))
			.filter((each) -> running == null || !each.id().equals(running.id()))
			.forEach(all::add);
		return all;
	}

	/**
	 * An evaluation with its misses.
	 * @throws NotSavedException when the storage fails
	 */
	public Optional<Evaluation> find(UUID id) {
		var running = this.last;
		if (running != null && running.id().equals(id)) {
			return Optional.of(running.view());
		}
		return this.saved.find(id)
			.map((account) -> this.json.readValue(account.summary(), Evaluation.class)
				.withMisses(Arrays.asList(this.json.readValue(account.misses(), Miss[].class))));
	}

	/**
	 * Cancels an evaluation that goes on, which ends after the case it is at, or forgets
	 * one that has ended.
	 * @return whether there was one
	 * @throws NotSavedException when the storage fails
	 */
	public boolean cancel(UUID id) {
		var running = this.last;
		if (running != null && running.id().equals(id)) {
			running.cancel();
			return true;
		}
		return this.saved.delete(id);
	}

	/** Does not go on when the server stops. */
	@Override
	public void close() {
		var running = this.last;
		if (running != null) {
			running.cancel();
		}
	}

}
