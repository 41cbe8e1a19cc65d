package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers findings. One change can make many entries come out otherwise; the first ones of a chain tell. */
final class Findings {
    private static final int MOST_PER_CHAIN = 20;

    private final List<Finding> all = new ArrayList<>();
    private final Map<String, Integer> perChain = new HashMap<>();

    /**
     * @param chain the chain it is in; empty where it is in none
     * @param number the entry it is about; 0 where it is about none
     */
    void add(String chain, long number, String zh, String en) {
        int before = perChain.merge(chain, 1, Integer::sum);
        if (before <= MOST_PER_CHAIN) {
            all.add(new Finding(chain, number, new Text(zh, en)));
        }
    }

    /** Whether so much is wrong with a chain that looking on tells nothing. */
    boolean enough(String chain) {
        return perChain.getOrDefault(chain, 0) >= MOST_PER_CHAIN;
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
