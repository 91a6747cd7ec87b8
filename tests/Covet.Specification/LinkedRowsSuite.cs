using Zoo;

namespace Covet.Specification;

/// <summary>Clauses over rows and the through rows that link them.</summary>
/// <param name="fixture">The database.</param>
public abstract class LinkedRowsSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    protected override async Task FillAsync()
    {
        await base.FillAsync();
        Student[] students = [new() { Name = "ann" }, new() { Name = "bea" }, new() { Name = "cid" }];
        Course[] courses = [new() { Title = "art" }, new() { Title = "biology" }, new() { Title = "chess" }];
        await Db.Students.InsertManyAsync(students);
        await Db.Courses.InsertManyAsync(courses);
        foreach (var (student, course, grade) in new (int, int, int?)[] { (0, 0, 2), (0, 1, 5), (0, 2, 4), (1, 0, 5), (1, 1, 1), (2, 2, null) })
            await Db.Enrolments.InsertAsync(new Enrolment { Student = students[student], Course = courses[course], Grade = grade });
    }

    [SkippableFact]
    public async Task Line_17_conditions_on_row_and_link_apply_to_the_same_link()
    {
        Assert.Equal("bea", await NamesAsync(Db.Students.Where(s => s.Courses.Any((c, link) => link.Grade > 3 & c.Title == "art"))));
        Assert.Equal("bea", await NamesAsync(Db.Students.Where(s => s.Courses.Where(c => c.Title == "art").Where((c, link) => link.Grade > 3).Any())));
        Assert.Equal("bea", await NamesAsync(Db.Students.Where(s => s.Courses.Where((c, link) => link.Grade > 3).Any(c => c.Title == "art"))));
        Assert.Equal("ann", await NamesAsync(Db.Students.Where(s => s.Courses.Count((c, link) => link.Grade > 3 & c.Title != "art") == 2)));
        Assert.Equal("bea", await NamesAsync(Db.Students.Where(s => s.Courses.Where((c, link) => link.Grade > 3).Count(c => c.Title == "art") == 1)));
        Assert.Equal("cid", await NamesAsync(Db.Students.Where(s => s.Courses.All((c, link) => link.Grade == null))));
        Assert.Equal("ann", await NamesAsync(Db.Students.Where(s => s.Enrolments.Any(e => e.Grade == 2) && !s.Courses.Any((c, link) => link.Grade == 2 & c.Title != "art"))));
        Assert.Equal("art, biology", await TitlesAsync(Db.Courses.Where(c => c.Students.Any((s, link) => link.Grade == 5 & s.Name != "cid"))));
    }

    [SkippableFact]
    public void The_link_is_joined_once()
    {
        Assert.Equal(
            "SELECT t0.\"id\", t0.\"name\" FROM \"students\" AS t0 WHERE EXISTS (SELECT 1 FROM \"courses\" AS t1 JOIN \"enrolments\" AS t2 ON t2.\"course_id\" = t1.\"id\" " +
            "WHERE t2.\"student_id\" = t0.\"id\" AND (t1.\"title\" = @p0) AND (t2.\"grade\" > @p1))",
            Db.Students.Where(s => s.Courses.Where(c => c.Title == "art").Any((c, link) => link.Grade > 3)).ToSql());
    }

    [SkippableFact]
    public async Task Paths_go_on_from_the_link_and_from_around()
    {
        Assert.Equal("ann, bea", await NamesAsync(Db.Students.Where(s => s.Courses.Any((c, link) => link.Student.Name == s.Name & link.Course.Title == "biology" & c.Title == link.Course.Title))));
        Assert.Equal("ann", await NamesAsync(Db.Students.Where(s => s.Courses.Any((c, link) => c.Students.Any((other, theirs) => theirs.Grade > link.Grade & other.Id != s.Id & c.Title == "art")))));
        var best = await Db.Students.OrderBy(s => s.Id).Select(s => (s.Name, s.Courses.Aggregate((c, link) => Sql.Max(link.Grade)), s.Courses.Where((c, link) => link.Grade > 3).Max(c => c.Title))).ToListAsync();
        Assert.Equal([("ann", 5, "chess"), ("bea", 5, "art"), ("cid", null, null)], best);
    }

    [SkippableFact]
    public async Task Line_17_a_prefetch_filters_row_and_link_in_one_statement()
    {
        List<Student> students = [];
        await AssertCostAsync(2, 2, async () => students = await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Courses.Where((c, link) => link.Grade > 3 & c.Title != "chess")).ToListAsync());
        Assert.Equal("biology; art; ", Titles(students));
        Assert.Equal("biology; art; ", Titles(await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Courses.Where(c => c.Title != "chess").Where((c, link) => link.Grade > 3)).ToListAsync()));
        Assert.Equal("biology; art; ", Titles(await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Courses.Where((c, link) => link.Grade > 3).Where(c => c.Title != "chess")).ToListAsync()));
        Assert.Equal("biology; ; ", Titles(await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Courses.Where((c, link) => link.Grade > 3 & link.Course.Title == "biology" & link.Student.Name == "ann")).ToListAsync()));
        Assert.Same(students[0].Courses.All()[0], students[0].Courses.All()[0]);
        var courses = await Db.Courses.OrderBy(c => c.Id).Prefetch(c => c.Students.Where((s, link) => link.Grade == 5)).ToListAsync();
        Assert.Equal(["bea", "ann", ""], courses.Select(c => string.Join(", ", c.Students.All().Select(s => s.Name))));
    }

    [SkippableFact]
    public async Task A_prefetch_orders_by_the_link()
    {
        Assert.Equal("biology, chess, art; art, biology; chess", Titles(await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Courses.OrderByDescending((c, link) => link.Grade)).ToListAsync()));
        Assert.Equal("art, chess, biology; biology, art; chess", Titles(await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Courses.OrderBy((c, link) => link.Grade)).ToListAsync()));
        Assert.Equal("biology, chess; art, biology; chess", Titles(await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Courses.OrderByDescending((c, link) => link.Grade).Take(2)).ToListAsync()));
        Assert.Equal("biology, chess; art; ", Titles(await Db.Students.OrderBy(s => s.Id)
            .Prefetch(s => s.Courses.OrderBy(c => c.Title == "art").ThenByDescending((c, link) => link.Student.Name).ThenBy(c => c.Title).Where((c, link) => link.Grade > 3).Take(2)).ToListAsync()));
        Assert.Equal("biology; art; ", Titles(await Db.Students.OrderBy(s => s.Id)
            .Prefetch(s => s.Courses.WhereIf(true, (c, link) => link.Grade > 3).WhereIf(false, (c, link) => link.Grade == null).WhereIf(true, c => c.Title != "chess").ThenBy((c, link) => link.Grade)).ToListAsync()));
    }

    [SkippableFact]
    public async Task What_follows_stays_possible()
    {
        List<Student> students = [];
        await AssertCostAsync(3, 3, async () => students = await Db.Students.OrderBy(s => s.Id)
            .Prefetch(s => s.Courses.Prefetch(c => c.Enrolments).OrderBy((c, link) => link.Grade).Skip(1)).ToListAsync());
        Assert.Equal("chess, biology; art; ", Titles(students));
        Assert.Equal(2, students[0].Courses.All()[0].Enrolments.All().Count);
    }

    [SkippableFact]
    public async Task A_tree_through_a_model_filters_and_orders_by_the_link()
    {
        var parts = new[] { "bike", "wheel", "spoke", "bell", "screw" }.Select(name => new Part { Name = name }).ToArray();
        await Db.Parts.InsertManyAsync(parts);
        foreach (var (whole, piece, quantity) in new[] { (0, 1, 2), (0, 3, 1), (1, 2, 36), (3, 4, 1), (1, 4, 4) })
            await Db.PartUses.InsertAsync(new PartUse { Whole = parts[whole], Piece = parts[piece], Quantity = quantity });
        Part bike = null!;
        await AssertCostAsync(2, 2, async () => bike = await Db.Parts.Where(p => p.Name == "bike")
            .Prefetch(p => p.Parts.OrderByDescending((part, use) => use.Quantity).Recursive()).SingleAsync());
        Assert.Equal("bike(wheel(spoke screw) bell(screw))", Shown(bike));
        bike = await Db.Parts.Where(p => p.Name == "bike").Prefetch(p => p.Parts.Where((part, use) => use.Quantity > 1 || use.Whole.Name == "bike").Recursive()).SingleAsync();
        Assert.Equal("bike(wheel(spoke screw) bell)", Shown(bike));
        bike = await Db.Parts.Where(p => p.Name == "bike").Prefetch(p => p.Parts.Where((part, use) => use.Quantity < 3).Recursive(maxDepth: 7)).SingleAsync();
        Assert.Equal("bike(wheel bell(screw))", Shown(bike));
        var screw = await Db.Parts.Where(p => p.Name == "screw").Prefetch(p => p.Wholes.Recursive()).SingleAsync();
        Assert.Same(screw.Wholes.All()[0].Wholes.All()[0], screw.Wholes.All()[1].Wholes.All()[0]);
    }

    [SkippableFact]
    public void Null_is_refused_by_name()
    {
        Assert.Equal("condition", Assert.Throws<ArgumentNullException>(() => Db.Students.Prefetch(s => s.Courses.Where((Func<CourseColumns, EnrolmentColumns, Condition>)null!))).ParamName);
        Assert.Equal("key", Assert.Throws<ArgumentNullException>(() => Db.Students.Prefetch(s => s.Courses.OrderBy((_, _) => null!))).ParamName);
        Assert.Equal("condition", Assert.Throws<ArgumentNullException>(() => Db.Students.Where(s => s.Courses.Any((_, _) => null!))).ParamName);
    }

    private static async Task<string> NamesAsync(StudentQuery query) => string.Join(", ", await query.OrderBy(s => s.Name).Select(s => s.Name).ToListAsync());

    private static async Task<string> TitlesAsync(CourseQuery query) => string.Join(", ", await query.OrderBy(c => c.Title).Select(c => c.Title).ToListAsync());

    private static string Titles(List<Student> students) => string.Join("; ", students.Select(s => string.Join(", ", s.Courses.All().Select(c => c.Title))));

    private static string Shown(Part part) => part.Parts.All().Count == 0 ? part.Name : $"{part.Name}({string.Join(' ', part.Parts.All().Select(Shown))})";
}
