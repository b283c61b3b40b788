package org.signpost.testing;

import java.util.List;
import java.util.Set;

import org.signpost.answering.CurrentKnowledgeBase;
import org.signpost.knowledge.AnswerShape;
import org.signpost.knowledge.CuratedAnswer;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Nation;
import org.signpost.knowledge.PartialDate;
import org.signpost.knowledge.Source;
import org.signpost.knowledge.Statement;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The server with everything but the engine, which is a script. Deliberately not a
 * configuration that is found by scanning: only a test that names it gets it. Has a main
 * method so that tests can run it in processes of its own and kill them.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan({ "org.signpost.web", "org.signpost.conversation" })
@ComponentScan(basePackages = { "org.signpost.web", "org.signpost.conversation" },
		excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ComponentScan(basePackages = "org.signpost.answering", useDefaultFilters = false,
		includeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.DialogueConfiguration"))
public class ScriptedServer {

	public static void main(String[] args) {
		SpringApplication.run(ScriptedServer.class, args);
	}

	@Bean
	ScriptedAnswering questionAnswering() {
		return new ScriptedAnswering();
	}

	@Bean
	CurrentKnowledgeBase currentKnowledgeBase() {
		var statement = new Statement("source-1#1", "source-1", Statement.Kind.SENTENCE, "A statement.", null,
				List.of("Salary"), Set.of(Nation.ENGLAND), true, PartialDate.parse("2020"), 9);
		var source = new Source("source-1", "Title 1", "Prospects", "https://www.example.org/1",
				PartialDate.parse("2023"), null, Set.of(Nation.values()), false, List.of(statement));
		var intent = new CuratedAnswer("sen-allowance", "the SEN allowance", List.of("how much is the allowance"),
				AnswerShape.AMOUNT, List.of(), List.of("Who gets it?"),
				List.of(new CuratedAnswer.Section(Set.of(Nation.WALES), List.of())));
		var knowledgeBase = KnowledgeBase.of(List.of(source), List.of(intent));
		return () -> knowledgeBase;
	}

}
