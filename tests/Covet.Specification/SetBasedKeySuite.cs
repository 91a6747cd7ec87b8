using Zoo;

namespace Covet.Specification;

/// <summary>Set-based writes over keys, relations, names and sources of all kinds.</summary>
/// <param name="fixture">The database.</param>
public abstract class SetBasedKeySuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task Rows_with_composite_keys_are_written_by_all_their_columns()
    {
        await EnrolAsync();
        using var log = Db.Record();
        Assert.Equal(2, await Db.Enrolments.Where(e => e.Student.Name == "Ann").UpdateAsync(e => e.Grade.Set(1)));
        Assert.Equal(
            "UPDATE \"enrolments\" AS t0 SET \"grade\" = @p0 WHERE (t0.\"student_id\", t0.\"course_id\") IN (SELECT t1.\"student_id\", t1.\"course_id\" FROM \"enrolments\" AS t1 " +
            "JOIN \"students\" AS t2 ON t2.\"id\" = t1.\"student_id\" WHERE t2.\"name\" = @p1)",
            log.Statements[0].Text);
        Assert.Equal([(1, 1, (int?)1), (1, 2, 2)], (await Db.Enrolments.Where(e => e.StudentId == 1).Returning(e => (e.StudentId, e.CourseId, e.Grade)).UpdateAsync(e => e.Grade.Set(e.Course.Id))).Order());
        Assert.Equal([(1, (int?)8), (2, 8), (2, 8)], (await Db.Enrolments.OrderBy(e => e.CourseId).ThenBy(e => e.StudentId).Skip(1).Take(3).Returning(e => (e.CourseId, e.Grade))
            .UpdateAsync(e => e.Grade.Set(e.Course.Title.Length() + 4))).Order());
        Assert.Equal(1, await Db.Enrolments.OrderByDescending(e => e.CourseId).ThenByDescending(e => e.StudentId).Take(1).DeleteAsync());
        Assert.Equal([(1, 1), (1, 2), (2, 1)], (await Db.Enrolments.All().Returning().DeleteAsync()).Select(e => (e.StudentId, e.CourseId)).Order());
    }

    [SkippableFact]
    public async Task Rows_with_composite_keys_are_written_through_sets_that_have_them()
    {
        await EnrolAsync();
        var enrolment = await Db.Enrolments.FirstAsync(e => e.StudentId == 1 && e.CourseId == 2);
        await enrolment.Essays.CreateAsync(new Essay { Title = "one" });
        await enrolment.Essays.CreateAsync(new Essay { Title = "two" });
        Assert.Equal(2, await Db.Essays.Where(e => e.Enrolment.Grade == null).UpdateAsync(e => e.Title.Set(e.Enrolment.Student.Name + ": " + e.Title)));
        var essays = await enrolment.Essays.Query.OrderBy(e => e.Title).Take(1).Returning().UpdateAsync(e => e.Title.Set(e.Title + "!"));
        Assert.Equal("Ann: one!", Assert.Single(essays).Title);
        Assert.Same(enrolment, essays[0].Enrolment);
        Assert.Equal(["Ann: one!", "Ann: two"], (await enrolment.Essays.Query.Returning(e => e.Title).DeleteAsync()).Order());
        var student = await Db.Students.FirstAsync(s => s.Id == 1);
        Assert.Equal([1, 2], (await student.Courses.Query.Returning(c => c.Id).UpdateAsync(c => c.Title.Set("same"))).Order());
    }

    [SkippableFact]
    public async Task Links_of_one_to_one_move_through_a_set_based_update()
    {
        await Db.Episodes.InsertManyAsync([new Episode { Id = 1, Title = "a" }, new Episode { Id = 2, Title = "b", PreviousId = 1 }, new Episode { Id = 3, Title = "c", PreviousId = 2 }]);
        Assert.Equal(2, await Db.Episodes.Where(e => e.Previous.Title < "c").UpdateAsync(e => e.Title.Set(e.Previous.Title + e.Title)));
        Assert.Equal(["a", "ab", "bc"], await Db.Episodes.OrderBy(e => e.Id).Select(e => e.Title).ToListAsync());
        Assert.Equal([2], await Db.Episodes.Where(e => e.Next.Id == 3).Returning(e => e.Id).UpdateAsync(e => e.Title.Set(e.Next.Title)));
        await Assert.ThrowsAsync<UniqueViolationException>(() => Db.Episodes.Where(e => e.Id != 1).UpdateAsync(e => e.PreviousId.Set(1)));
        Assert.Equal([(2, (int?)null), (3, null)], (await Db.Episodes.Where(e => e.PreviousId != null).Returning(e => (e.Id, e.PreviousId)).UpdateAsync(e => e.PreviousId.Set(null))).Order());
    }

    [SkippableFact]
    public async Task Rows_of_a_tree_are_written_by_their_parents_and_children()
    {
        foreach (var (id, boss) in new (int, int?)[] { (1, null), (2, 1), (3, 1), (4, 2) })
            await Db.Employees.InsertAsync(new Employee { Id = id, Name = $"e{id}", BossId = boss });
        Assert.Equal(["e1>e2", "e1>e3", "e2>e4"], (await Db.Employees.Where(e => e.Boss.Name != null).Returning(e => e.Name).UpdateAsync(e => e.Name.Set(e.Boss.Name + ">" + e.Name))).Order());
        Assert.Equal([1, 2], (await Db.Employees.Where(e => e.Reports.Any()).Returning(e => e.Id).UpdateAsync(e => e.Name.Set("boss of " + e.Reports.Count().Cast<string>()))).Order());
        Assert.Equal([2, 4], (await Db.Employees.Where(e => e.Id == 2).Recursive((child, parent) => child.BossId == parent.Id).Returning(e => e.Id).UpdateAsync(e => e.Name.Set("team 2"))).Order());
        Assert.Equal([3, 4], (await Db.Employees.Where(e => !e.Reports.Any()).Returning(e => e.Id).DeleteAsync()).Order());
    }

    [SkippableFact]
    public async Task Names_that_are_hard_to_quote_are_written_and_given_back()
    {
        await Db.@classes.InsertManyAsync([new @class { @event = "x", @namespace = 1 }, new @class { @event = "y" }]);
        Assert.Equal([("x2", (int?)3), ("y2", 3)], (await Db.@classes.All().Returning(c => (c.@event, c.@namespace)).UpdateAsync(c => c.@namespace.Set(3), c => c.@event.Set(c.@event + "2"))).Order());
        Assert.Equal([("x2", 3)], (await Db.@classes.OrderBy(c => c.@event).Take(1).Returning().UpdateAsync(c => c.@event.Set(c.@event))).Select(c => (c.@event, c.@namespace!.Value)));
        Assert.Equal(["x2", "y2"], (await Db.@classes.Where(c => c.@namespace == 3).Returning().DeleteAsync()).Select(c => c.@event).Order());
    }

    [SkippableFact]
    public async Task Rows_of_all_sources_are_written()
    {
        await Db.Songs.InsertManyAsync(Enumerable.Range(1, 6).Select(i => new Song { Id = i, Name = $"s{i}" }));
        int least = 5;
        Assert.Equal([5, 6], await ChangedAsync(Db.Songs.FromSql($"SELECT * FROM songs WHERE id >= {least}")));
        Assert.Equal([5], await ChangedAsync(Db.Songs.FromSql($"SELECT * FROM songs WHERE id >= {least}").Where(s => s.Id < 6)));
        Assert.Equal([2, 3], await ChangedAsync(Db.Songs.Where(s => s.Id < 4).AsCte("few").Where(s => s.Id > 1)));
        Assert.Equal([1, 4], await ChangedAsync(Db.Songs.Where(s => s.Id == 1).Union(Db.Songs.Where(s => s.Id == 4))));
        Assert.Equal([3], await ChangedAsync(Db.Songs.Where(s => s.Id < 4).Intersect(Db.Songs.Where(s => s.Id > 2))));
        Assert.Equal([1, 2], await ChangedAsync(Db.Songs.Where(s => s.Id < 4).Except(Db.Songs.Where(s => s.Id > 2))));
        Assert.Equal([3, 4], await ChangedAsync(Db.Songs.Where(s => s.Id.In(Db.Songs.OrderBy(o => o.Id).Skip(2).Take(2).Select(o => o.Id)))));
        Assert.Equal([1, 2, 3, 4, 5, 6], await ChangedAsync(Db.Songs.DistinctBy(s => s.Id)));
        Assert.Equal([1, 2, 3], await ChangedAsync(Db.Songs.Where(s => s.Id == 1).Recursive((next, song) => next.Id == song.Id + 1, maxDepth: 2)));
        var page = await Db.Songs.OrderBy(s => s.Id).Take(2).ToListAsync();
        Assert.Equal([3, 4], await ChangedAsync(Db.Songs.OrderBy(s => s.Id).Where(s => s.Id > page[^1].Id).Take(2)));
        Assert.Equal([5, 6], (await Db.Songs.Where(s => s.Id > 2).AsCte("many").Where(s => s.Id > 4).Returning(s => s.Id).DeleteAsync()).Order());
    }

    [SkippableFact]
    public async Task Versions_and_times_come_back_as_the_write_made_them()
    {
        var (account, meter) = (new Account { Owner = "Ann", Balance = 1 }, new Meter { Area = "North", Number = 1 });
        await Db.Accounts.InsertAsync(account);
        await Db.Meters.InsertAsync(meter);
        var written = Assert.Single(await Db.Accounts.All().Returning().UpdateAsync(a => a.Balance.Set(a.Balance + 1)));
        Assert.Equal((2, 2), (written.Balance, written.Version));
        written.Balance = 5;
        await Db.Accounts.UpdateAsync(written);
        var read = Assert.Single(await Db.Meters.All().Returning().UpdateAsync(m => m.Reading.Set(7)));
        Assert.NotEqual(meter.Stamp, read.Stamp);
        read.Reading = 8;
        await Db.Meters.UpdateAsync(read);
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.UpdateAsync(meter));
        Assert.Equal(8, Assert.Single(await Db.Meters.All().Returning(m => m.Reading).DeleteAsync()));
    }

    [SkippableFact]
    public async Task Messages_say_the_name_with_its_article_and_what_to_do()
    {
        var employee = new Employee { Boss = new Employee() };
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Employees.InsertAsync(employee));
        Assert.Contains("is an Employee that", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Songs.FirstAsync());
        Assert.Contains("for a Song gave", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Employee { Id = 1 }.Reports.AllAsync());
        Assert.Contains("db.Employees.FindAsync(", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Employee { Id = 1, BossId = 2 }.LoadBossAsync());
        Assert.Contains("db.Employees.FindAsync(", exception.Message, StringComparison.Ordinal);
        exception = await Assert.ThrowsAsync<InvalidOperationException>(async () => await new Employee().Reports.AllAsync());
        Assert.Contains("insert it first", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Renames the rows of a query, and asserts that no other row was touched.</summary>
    private async Task<List<int>> ChangedAsync(SongQuery query)
    {
        await Db.Songs.All().UpdateAsync(s => s.Name.Set("before"));
        var changed = await query.Returning(s => s.Id).UpdateAsync(s => s.Name.Set("after"));
        changed.Sort();
        Assert.Equal(changed, await Db.Songs.Where(s => s.Name == "after").OrderBy(s => s.Id).Select(s => s.Id).ToListAsync());
        return changed;
    }

    private async Task EnrolAsync()
    {
        await Db.Students.InsertManyAsync([new Student { Id = 1, Name = "Ann" }, new Student { Id = 2, Name = "Bea" }]);
        await Db.Courses.InsertManyAsync([new Course { Id = 1, Title = "math" }, new Course { Id = 2, Title = "arts" }]);
        await Db.Enrolments.InsertManyAsync([.. from student in new[] { 1, 2 } from course in new[] { 1, 2 } select new Enrolment { StudentId = student, CourseId = course }]);
    }
}
