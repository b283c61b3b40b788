package org.signpost.understanding;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WelshReaderTests {

	private static final WelshReader welsh = WelshReader.load();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Beth yw ALNCo?                                   | what is alnco?
			faint mae CADY yn ei ennill yng Nghymru?         | how much does ALNCo earn in wales?
			Sut alla i fod yn athro?                         | how can i become teacher?
			beth am yr Alban                                 | what about scotland
			Oes rhaid i mi gael gradd?                       | do i have to get degree?
			Ble ga i gymorth yng Ngogledd Iwerddon           | where can i get help in northern ireland
			Pa gymwysterau sydd eu hangen?                   | what qualifications is need?
			Bore da                                          | hello, good morning
			diolch                                           | thank you
			Diolch yn fawr iawn!                             | thank you very much
			hwyl fawr                                        | goodbye
			dwi eisiau marw                                  | i want to die
			Rydw i am farw                                   | i am want to die
			Mae plentyn mewn perygl                          | a child is in danger
			Dwi methu ymdopi â'r gwaith                      | i cannot cope on work
			Faint o amser mae'n cymryd i hyfforddi fel athro? | how long does it take to train as teacher?
			Shwmae, beth yw cyflog athro yn Lloegr?          | hello what is salary teacher in england?
			""")
	void readsWelsh(String typed, String english) {
		assertThat(welsh.english(typed)).contains(english);
	}

	@ParameterizedTest
	@ValueSource(strings = { "What does an ALNCo earn in Llandudno?", "Is there a job fair at the Eisteddfod?", "cwtch",
			"I could do with a cwtch", "Do I need to speak Cymraeg to teach in Cymru?", "teaching in Ynys Mon",
			"Ysgol Bro Edern vacancies", "What is an Ysgol?", "I feel faint", "is pam the senco", "Beth is our senco",
			"Pam and Beth yn Cardiff", "do plant and machinery teachers exist", "bore",
			"so bored of my job, a bore da da", "a raid on the school", "tal",
			// texted English
			"hw mch do sencos get pd", "wot r the hrs", "gd morning m8", "y do i need qts", "o i c", "no prob",
			// Irish, Scots, Scottish Gaelic, and others
			"Cad é an tuarastal atá ag múinteoir?", "Conas atá tú? Is mian liom a bheith i mo mhúinteoir",
			"go raibh maith agat", "whit's the pey fur a teacher in Glesga", "ah dinnae ken whit a senco is",
			"Ciamar a tha thu?", "Dè an tuarastal a gheibh tidsear ann an Alba", "Tha mi airson a bhith nam thidsear",
			"tapadh leat", "¿Cuánto gana un profesor?", "Wie viel verdient ein Lehrer?", "Combien gagne un professeur?",
			"hi", "?", "" })
	void leavesAlone(String typed) {
		assertThat(welsh.english(typed)).isEmpty();
	}

}
