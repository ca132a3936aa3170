package io.github.pythonenv.configuration;

import io.github.pythonenv.UserFailure;
import io.github.pythonenv.audit.AuditSettings;
import io.github.pythonenv.audit.Exemption;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What settings say of known vulnerabilities. */
public final class AuditRequests {

    private static final Pattern UNTIL =
            Pattern.compile("until\\s+(?<day>\\S+?)\\s*:\\s*(?<reason>.*)", Pattern.DOTALL);

    private AuditRequests() {}

    /**
     * How packages are audited.
     *
     * @throws UserFailure where one is to be ignored without a reason, or until a day that there is not; and where a
     *     server is named for no service
     */
    public static AuditSettings of(Settings set) {
        List<Exemption> exemptions = set.textByName(Setting.AUDIT_IGNORE).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> exemption(entry.getKey(), entry.getValue()))
                .toList();
        if (set.has(Setting.AUDIT_SERVER) && !set.has(Setting.AUDIT_SERVICE)) {
            throw new UserFailure(
                    "audit.server is set without audit.service, so there is no service that it is for.",
                    "Set audit.service (-Dpython-env.auditService=…), or take audit.server away.");
        }
        return new AuditSettings(
                set.text(Setting.AUDIT_SERVICE),
                set.text(Setting.AUDIT_SERVER),
                exemptions,
                set.fails(Setting.AUDIT_ON_FOUND, true));
    }

    private static Exemption exemption(String id, String text) {
        Matcher until = UNTIL.matcher(text.strip());
        boolean dated = until.matches();
        String reason = (dated ? until.group("reason") : text).strip();
        if (reason.isEmpty()) {
            throw new UserFailure(
                    "audit.ignore has " + id + " without a reason.",
                    "Say why, so that others can judge it: \"until 2027-01-31: we do not read files of others\".");
        }
        return new Exemption(id, reason, dated ? Optional.of(day(id, until.group("day"))) : Optional.empty());
    }

    private static LocalDate day(String id, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UserFailure(
                    "audit.ignore has " + id + " until '" + text + "', which is no day.",
                    "Write it as year, month and day: 2027-01-31.");
        }
    }
}
