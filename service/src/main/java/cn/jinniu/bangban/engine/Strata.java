package cn.jinniu.bangban.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The order of reasoning, worked out from what each rule reads and gives, so that nobody writes it down: a rule comes
 * after the rules that give what it reads. Rules that feed each other stand on one level; then none of them may need all
 * facts of a type that another is still giving.
 */
final class Strata {
    private final List<Set<Integer>> readers = new ArrayList<>();
    private final int[] level;
    private final List<Set<Integer>> circles = new ArrayList<>();

    private final int[] found;
    private final int[] low;
    private final int[] circle;
    private final Deque<Integer> path = new ArrayDeque<>();
    private int clock;

    /**
     * @param rules how many rules there are
     * @param feeds whether one rule gives what another reads
     */
    Strata(int rules, BiPredicate<Integer, Integer> feeds) {
        for (int giver = 0; giver < rules; giver++) {
            Set<Integer> fed = new HashSet<>();
            for (int reader = 0; reader < rules; reader++) {
                if (feeds.test(giver, reader)) {
                    fed.add(reader);
                }
            }
            readers.add(fed);
        }
        level = new int[rules];
        found = new int[rules];
        low = new int[rules];
        circle = new int[rules];
        for (int rule = 0; rule < rules; rule++) {
            if (found[rule] == 0) {
                visit(rule);
            }
        }
        // Tarjan's algorithm finds circles in reverse order: the last one found feeds those before it.
        for (int at = circles.size() - 1; at >= 0; at--) {
            for (int rule : circles.get(at)) {
                for (int reader : readers.get(rule)) {
                    if (circle[reader] != at) {
                        raise(circles.get(circle[reader]), level[rule] + 1);
                    }
                }
            }
        }
    }

    private void raise(Set<Integer> rules, int atLeast) {
        for (int rule : rules) {
            level[rule] = Math.max(level[rule], atLeast);
        }
    }

    /** The level of a rule, from 0; rules of lower levels reason first. */
    int level(int rule) {
        return level[rule];
    }

    /** Whether two different rules feed each other, by way of others or not. */
    boolean inOneCircle(int rule, int other) {
        return rule != other && circle[rule] == circle[other];
    }

    /** Whether a rule feeds itself, directly or by way of others. */
    boolean inCircle(int rule) {
        return readers.get(rule).contains(rule) || circles.get(circle[rule]).size() > 1;
    }

    private void visit(int rule) {
        found[rule] = ++clock;
        low[rule] = clock;
        path.push(rule);
        for (int reader : readers.get(rule)) {
            if (found[reader] == 0) {
                visit(reader);
                low[rule] = Math.min(low[rule], low[reader]);
            } else if (path.contains(reader)) {
                low[rule] = Math.min(low[rule], found[reader]);
            }
        }
        if (low[rule] == found[rule]) {
            Set<Integer> members = new HashSet<>();
            int member;
            do {
                member = path.pop();
                members.add(member);
                circle[member] = circles.size();
            } while (member != rule);
            circles.add(members);
        }
    }
}
