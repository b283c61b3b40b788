package org.signpost.web;

import java.net.InetAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** What the log says of pages that were refused. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedOriginsTests {

	private final Origins origins = new Origins(List.of("https://www.example.org"), List.of("chat.example.org"));

	@Test
	void namesAnOriginOnceWithTheSettingThatLetsItIn(CapturedOutput output) throws Exception {
		for (var i = 0; i < 3; i++) {
			assertThat(this.origins.allows("https://school.example", caller("chat.example.org", "https"))).isFalse();
		}
		assertThat(output.toString().lines().filter((line) -> line.contains("Refused"))).singleElement()
			.asString()
			.contains("pages of https://school.example.")
			.endsWith("--signpost.widget.allowed-origins=https://school.example");
	}

	@Test
	void namesTheSettingsForAPageOfOurs(CapturedOutput output) throws Exception {
		this.origins.allows("http://careers.example:8080", caller("careers.example:8080", "http"));
		this.origins.allows("https://chat.example.org", caller("chat.example.org", "http"));
		assertThat(output.toString().lines().filter((line) -> line.contains("Refused"))).satisfiesExactly(
				(line) -> assertThat(line).endsWith(": --signpost.web.host-names=careers.example"),
				(line) -> assertThat(line)
					.endsWith(": --signpost.web.host-names=chat.example.org --signpost.web.trusted-proxies=192.0.2.7"));
	}

	@Test
	void cannotBeFlooded(CapturedOutput output) throws Exception {
		for (var i = 0; i < 1_000; i++) {
			this.origins.allows("https://site-" + i + ".example", caller("chat.example.org", "https"));
			this.origins.allows("https://x\nRefused: injected", caller("chat.example.org", "https"));
		}
		assertThat(output.toString().lines().filter((line) -> line.contains("Refused"))).hasSize(100);
	}

	private static Caller caller(String host, String scheme) throws Exception {
		var peer = InetAddress.getByName("192.0.2.7");
		return new Caller(peer, peer, scheme, host);
	}

}
