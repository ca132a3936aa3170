package example.energy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Says when three hours of work disturb the building's load least, from the profile that the Python part computed. */
public final class CheapHours {

    private static final int HOURS = 3;

    private CheapHours() {}

    public static void main(String[] args) throws IOException {
        double[] load = weekday();
        int best = 0;
        for (int hour = 1; hour + HOURS <= load.length; hour++) {
            if (sum(load, hour) < sum(load, best)) {
                best = hour;
            }
        }
        System.out.printf(
                "Charge the vans from %02d:00 to %02d:00: the building takes %.1f kW then, %.1f kW at its peak.%n",
                best, best + HOURS, sum(load, best) / HOURS, max(load));
    }

    private static double[] weekday() throws IOException {
        InputStream profile = CheapHours.class.getResourceAsStream("/load-profile.csv");
        if (profile == null) {
            throw new IllegalStateException("load-profile.csv is missing: build this project with Maven first");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(profile, StandardCharsets.UTF_8))) {
            List<String[]> rows = lines.lines().map(line -> line.split(",")).toList();
            int column = List.of(rows.get(0)).indexOf("weekday");
            return rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row[column])).toArray();
        }
    }

    private static double sum(double[] load, int from) {
        double sum = 0;
        for (int hour = from; hour < from + HOURS; hour++) {
            sum += load[hour];
        }
        return sum;
    }

    private static double max(double[] load) {
        double max = load[0];
        for (double value : load) {
            max = Math.max(max, value);
        }
        return max;
    }
}
