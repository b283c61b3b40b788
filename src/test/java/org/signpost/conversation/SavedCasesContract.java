package org.signpost.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signpost.conversation.ConversationList.Position;
import org.signpost.conversation.SavedEvaluations.Account;

import static org.assertj.core.api.Assertions.assertThat;

/** What advisers evaluate by, on any database. */
abstract class SavedCasesContract {

	private StorageFixture fixture;

	private SavedCases cases;

	private SavedEvaluations evaluations;

	abstract StorageFixture open();

	@BeforeEach
	void begin() {
		this.fixture = open();
		this.fixture.jdbc.update("delete from evaluation_case");
		this.fixture.jdbc.update("delete from evaluation");
		this.cases = new SavedCases(this.fixture.storage, this.fixture.jdbc, this.fixture.log);
		this.evaluations = new SavedEvaluations(this.fixture.storage, this.fixture.jdbc);
	}

	@AfterEach
	void close() throws Exception {
		this.fixture.close();
	}

	@Test
	void givesBackWhatWasSavedUntilItIsDeleted() {
		var saved = this.cases.save(UUID.randomUUID(), "mary", "{\"turns\": []}", "ask jo@example.org");
		assertThat(saved.note()).isEqualTo("ask [e-mail address]");
		assertThat(saved.saved()).isEqualTo(this.fixture.now.get());
		assertThat(this.cases.all()).containsExactly(saved);
		assertThat(this.cases.delete(saved.id())).isTrue();
		assertThat(this.cases.delete(saved.id())).isFalse();
		assertThat(this.cases.all()).isEmpty();
	}

	@Test
	void listsThoseSavedLastFirstPageByPage() {
		var saved = IntStream.range(0, 5).mapToObj((i) -> save(i / 2)).toList();
		var met = new ArrayList<SavedCase>();
		var page = this.cases.find(null, 2);
		while (!page.isEmpty()) {
			met.addAll(page);
			page = this.cases.find(new Position(met.getLast().saved(), met.getLast().id()), 2);
		}
		assertThat(met).containsExactlyInAnyOrderElementsOf(saved);
		assertThat(met).extracting(SavedCase::saved).isSortedAccordingTo((a, b) -> b.compareTo(a));
		assertThat(this.cases.all()).containsExactlyElementsOf(met.reversed());
	}

	/** Two are saved at the same moment. */
	private SavedCase save(int minute) {
		this.fixture.now.set(this.fixture.now.get().plusSeconds(60L * minute));
		return this.cases.save(UUID.randomUUID(), "mary", "{}", null);
	}

	@Test
	void keepsTheLastTwentyEvaluations() {
		var ids = new ArrayList<UUID>();
		for (int i = 0; i < 22; i++) {
			ids.add(UUID.randomUUID());
			this.evaluations.keep(ids.get(i), this.fixture.now.get().plusSeconds(i), new Account("s" + i, "m" + i));
		}
		assertThat(this.evaluations.summaries()).hasSize(20).startsWith("s21", "s20").endsWith("s2");
		assertThat(this.evaluations.find(ids.get(1))).isEmpty();
		assertThat(this.evaluations.find(ids.get(2))).contains(new Account("s2", "m2"));
		assertThat(List.of(this.evaluations.delete(ids.get(2)), this.evaluations.delete(ids.get(2))))
			.containsExactly(true, false);
	}

}
