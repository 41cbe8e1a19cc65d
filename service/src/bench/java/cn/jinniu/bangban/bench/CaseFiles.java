package cn.jinniu.bangban.bench;

import cn.jinniu.bangban.facts.Appointment;
import cn.jinniu.bangban.facts.Approval;
import cn.jinniu.bangban.facts.ApprovalKind;
import cn.jinniu.bangban.facts.Bulletin;
import cn.jinniu.bangban.facts.CaseFile;
import cn.jinniu.bangban.facts.Difficulty;
import cn.jinniu.bangban.facts.DifficultyKind;
import cn.jinniu.bangban.facts.District;
import cn.jinniu.bangban.facts.FollowUpVisit;
import cn.jinniu.bangban.facts.KeyProjectList;
import cn.jinniu.bangban.facts.LandMode;
import cn.jinniu.bangban.facts.Level;
import cn.jinniu.bangban.facts.Listing;
import cn.jinniu.bangban.facts.Matter;
import cn.jinniu.bangban.facts.OwnerContact;
import cn.jinniu.bangban.facts.Project;
import cn.jinniu.bangban.facts.Report;
import cn.jinniu.bangban.facts.ReportKind;
import cn.jinniu.bangban.facts.Role;
import cn.jinniu.bangban.facts.ServiceRequest;
import cn.jinniu.bangban.facts.Suspension;
import cn.jinniu.bangban.facts.Training;
import cn.jinniu.bangban.facts.TrainingPlan;
import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.facts.UnitKind;
import cn.jinniu.bangban.reference.ReferenceData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Case files as a district has them at the end of March: a project has a listing or two, a commissioner and a backup,
 * some requests, approvals, a difficulty, three months of reports and the visits that follow them up; most is in order,
 * some is late. About twenty facts a project. A seed names the same case file everywhere.
 */
final class CaseFiles {
    private static final LocalDate AS_OF = LocalDate.of(2026, 3, 26);
    private static final YearMonth FIRST_MONTH = YearMonth.of(2026, 1);

    private static final List<Unit> DEPARTMENTS = units(UnitKind.DEPARTMENT);
    private static final List<Unit> ZONES = units(UnitKind.FUNCTIONAL_ZONE);
    private static final List<Unit> SUBDISTRICTS = units(UnitKind.SUBDISTRICT);
    private static final List<Unit> ENTERPRISES = units(UnitKind.ENTERPRISE);
    private static final List<String> SECTORS = List.copyOf(ReferenceData.SECTORS.keySet());

    private final Random random;
    private final List<Project> projects = new ArrayList<>();
    private final List<Appointment> appointments = new ArrayList<>();
    private final List<OwnerContact> contacts = new ArrayList<>();
    private final List<ServiceRequest> requests = new ArrayList<>();
    private final List<Approval> approvals = new ArrayList<>();
    private final List<Difficulty> difficulties = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<FollowUpVisit> visits = new ArrayList<>();

    private CaseFiles(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** A case file of so many projects; of more than one, with what concerns the whole district. */
    static CaseFile of(long seed, int projects) {
        CaseFiles files = new CaseFiles(seed);
        for (int number = 1; number <= projects; number++) {
            files.project(number);
        }
        return new CaseFile(
                AS_OF,
                FIRST_MONTH,
                files.projects,
                files.appointments,
                files.contacts,
                files.requests,
                files.approvals,
                files.difficulties,
                files.reports,
                files.visits,
                projects > 1 ? files.district() : null);
    }

    /** How many facts a case file has, listings included. */
    static int facts(CaseFile file) {
        int count = file.projects().stream()
                .mapToInt(project -> 1 + project.listings().size())
                .sum();
        District district = file.district();
        if (district != null) {
            count += district.keyProjectLists().size()
                    + district.trainingPlans().size()
                    + district.trainings().size()
                    + district.bulletins().size();
        }
        return count
                + file.appointments().size()
                + file.ownerContacts().size()
                + file.serviceRequests().size()
                + file.approvals().size()
                + file.difficulties().size()
                + file.reports().size()
                + file.followUpVisits().size();
    }

    private void project(int number) {
        String id = "JN-2026-" + number;
        boolean inZone = chance(40);
        Unit zone = inZone ? one(ZONES) : null;
        Unit subdistrict = inZone && chance(50) ? null : one(SUBDISTRICTS);
        Unit enterprise = chance(15) ? one(ENTERPRISES) : null;
        LandMode land = chance(60) ? LandMode.GRANT : chance(50) ? LandMode.ALLOCATION : LandMode.NONE;
        LocalDate landDay = day(2025, 9, 180);
        LocalDate asked = landDay.plusDays(random.nextInt(40));
        Unit owner = zone != null ? zone : subdistrict != null ? subdistrict : one(DEPARTMENTS);
        List<Listing> listings = new ArrayList<>();
        Level level = chance(70) ? Level.DISTRICT : one(List.of(Level.values()));
        listings.add(new Listing(id, level, 2026, day(2026, 1, 45)));
        if (chance(50)) {
            listings.add(new Listing(id, level, 2025, day(2025, 1, 45)));
        }
        projects.add(new Project(
                id,
                "金牛区重点项目" + number + "号",
                null,
                listings,
                chance(10) ? day(2025, 3, 300) : null,
                chance(35),
                chance(80) ? one(SECTORS) : null,
                null,
                zone,
                subdistrict,
                enterprise,
                land,
                land == LandMode.GRANT ? landDay : null,
                land == LandMode.ALLOCATION ? landDay : null,
                null,
                land == LandMode.GRANT && chance(60) ? landDay.plusDays(random.nextInt(50)) : null,
                chance(50) ? asked : null,
                null,
                chance(4) ? day(2026, 2, 60) : null));
        people(number, id, owner, landDay);
        work(number, id, zone != null ? zone : owner);
        reports(number, id, owner);
    }

    private void people(int number, String id, Unit owner, LocalDate from) {
        LocalDate appointed = from.plusDays(random.nextInt(12));
        boolean left = chance(10);
        LocalDate leaves = day(2026, 2, 50);
        appointments.add(new Appointment(
                "A-" + number + "-1",
                commissioner(number),
                owner,
                id,
                Role.PRIMARY,
                chance(50),
                appointed,
                left && leaves.isAfter(appointed) ? leaves : null));
        appointments.add(new Appointment(
                "A-" + number + "-2",
                "backup-" + number % 97,
                owner,
                id,
                Role.BACKUP,
                chance(20),
                appointed.plusDays(random.nextInt(30)),
                null));
        contacts.add(new OwnerContact("C-" + number, id, commissioner(number), day(2026, 1, 80)));
    }

    private static String commissioner(int number) {
        return "commissioner-" + number / 3;
    }

    private void work(int number, String id, Unit owner) {
        for (int i = 1; i <= 2; i++) {
            LocalDate received = day(2026, 1, 80);
            requests.add(new ServiceRequest(
                    "Q-" + number + '-' + i,
                    id,
                    chance(60) ? commissioner(number) : null,
                    received,
                    List.of(one(List.of(Matter.values()))),
                    step(received),
                    step(received),
                    step(received),
                    step(received)));
        }
        for (int i = 1; i <= 3; i++) {
            LocalDate accepted = day(2026, 1, 80);
            boolean committed = chance(75);
            approvals.add(new Approval(
                    "V-" + number + '-' + i,
                    id,
                    null,
                    one(DEPARTMENTS),
                    committed ? ApprovalKind.COMMITMENT : ApprovalKind.IMMEDIATE,
                    chance(40),
                    accepted,
                    committed ? 3 + random.nextInt(13) : null,
                    committed && chance(20) ? List.of(suspension(accepted)) : List.of(),
                    step(accepted),
                    chance(15) ? step(accepted) : null,
                    step(accepted)));
        }
        LocalDate raised = day(2026, 1, 80);
        difficulties.add(new Difficulty(
                "F-" + number,
                id,
                one(List.of(DifficultyKind.values())),
                chance(30) ? List.of(DEPARTMENTS.get(0), owner) : List.of(one(DEPARTMENTS)),
                raised,
                chance(15) ? step(raised) : null,
                chance(20) ? step(raised) : null,
                chance(60) ? step(raised) : null));
    }

    private Suspension suspension(LocalDate accepted) {
        LocalDate from = accepted.plusDays(1 + random.nextInt(5));
        return new Suspension(from, chance(70) ? from.plusDays(random.nextInt(10)) : null);
    }

    /** Progress of each month from the owner; service and evidence from one project in three, for all of them. */
    private void reports(int number, String id, Unit owner) {
        for (int month = 1; month <= 3; month++) {
            YearMonth about = YearMonth.of(2026, month);
            if (month < 3 || chance(60)) {
                reports.add(new Report(
                        "R-" + number + "-P" + month,
                        ReportKind.PROGRESS,
                        null,
                        owner,
                        id,
                        about,
                        about.atDay(15 + random.nextInt(14))));
            }
        }
        for (int month = 1; month <= 2; month++) {
            YearMonth about = YearMonth.of(2026, month);
            String report = "R-" + number + "-S" + month;
            reports.add(new Report(
                    report,
                    number % 3 == 0 || month == 1 ? ReportKind.SERVICE : ReportKind.EVIDENCE,
                    number % 3 == 0 || month == 1 ? commissioner(number) : null,
                    number % 3 == 0 || month == 1 ? null : owner,
                    null,
                    about,
                    about.atDay(20 + random.nextInt(8))));
            if (month == 1 || number % 3 == 0) {
                LocalDate visited = about.plusMonths(1).atDay(1 + random.nextInt(15));
                visits.add(new FollowUpVisit(
                        "W-" + number + '-' + month, report, "visitor-" + number % 11, visited, step(visited)));
            }
        }
    }

    private District district() {
        List<KeyProjectList> lists = new ArrayList<>();
        for (Level level : Level.values()) {
            LocalDate issued = day(2026, 1, 45);
            lists.add(new KeyProjectList(level, 2026, issued, step(issued)));
        }
        return new District(
                lists,
                List.of(new TrainingPlan(2026, LocalDate.of(2026, 2, 20))),
                List.of(new Training("T-1", null, LocalDate.of(2026, 3, 12), List.of())),
                List.of(
                        new Bulletin(YearMonth.of(2026, 1), LocalDate.of(2026, 2, 5)),
                        new Bulletin(YearMonth.of(2026, 2), LocalDate.of(2026, 3, 11))));
    }

    /** Mostly a few days after another day, now and then not yet. */
    private @Nullable LocalDate step(LocalDate from) {
        return chance(80) ? from.plusDays(random.nextInt(8)) : null;
    }

    private LocalDate day(int year, int month, int within) {
        return LocalDate.of(year, month, 1).plusDays(random.nextInt(within));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static List<Unit> units(UnitKind kind) {
        return ReferenceData.UNITS.values().stream()
                .filter(unit -> unit.kind() == kind)
                .toList();
    }
}
