using Zoo;

namespace Covet.Specification;

/// <summary>Relations over keys of every kind: text, Guid, composite, a unique column, a self-reference, a model in between.</summary>
/// <param name="fixture">The database.</param>
public abstract class KeySuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task A_self_reference_loads_both_ways()
    {
        var boss = new Employee { Name = "Boss" };
        await Db.Employees.InsertAsync(boss);
        await Db.Employees.InsertManyAsync([new Employee { Name = "A", Boss = boss }, new Employee { Name = "B", Boss = boss }]);
        var all = await Db.Employees.OrderBy(e => e.Id).Prefetch(e => e.Boss.Prefetch(b => b.Reports), e => e.Reports).ToListAsync();
        Assert.Null(all[0].Boss);
        Assert.Equal(["A", "B"], all[0].Reports.All().Select(e => e.Name));
        Assert.Equal(["A", "B"], all[1].Boss!.Reports.All().Select(e => e.Name));
        Assert.Same(all[1].Boss, all[2].Boss);
        Assert.Equal(2, await Db.Employees.Where(e => e.Boss.Name == "Boss").CountAsync());
        Assert.Equal("Boss", (await Db.Employees.Where(e => e.Reports.Any(r => r.Name == "B")).SingleAsync()).Name);
    }

    [SkippableFact]
    public async Task Line_36_a_symmetrical_link_counts_in_both_directions()
    {
        Employee[] employees = [new() { Name = "A" }, new() { Name = "B" }, new() { Name = "C" }];
        await Db.Employees.InsertManyAsync(employees);
        await Db.Employees.PrefetchAsync(employees, e => e.Friends);
        await employees[0].Friends.AddAsync(employees[1], employees[2]);
        Assert.All(employees, e => Assert.False(e.Friends.IsLoaded));
        var read = await Db.Employees.OrderBy(e => e.Id).Prefetch(e => e.Friends).ToListAsync();
        Assert.Equal([["B", "C"], ["A"], ["A"]], read.Select(e => e.Friends.All().Select(f => f.Name).ToArray()));
    }

    [SkippableFact]
    public async Task A_limit_per_parent_is_not_confused_by_columns_that_are_called_alike()
    {
        Student[] students = [new() { Name = "Ann" }, new() { Name = "Bob" }];
        await Db.Students.InsertManyAsync(students);
        var team = new Team { Student = students[1] };
        await Db.Teams.InsertAsync(team);
        await team.Members.AddAsync(students[0]);
        var read = await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Teams.Take(5)).ToListAsync();
        Assert.Equal([1, 0], read.Select(s => s.Teams.All().Count));
    }

    [SkippableFact]
    public async Task Text_and_Guid_keys_relate()
    {
        Country[] countries = [new() { Code = "it", Name = "Italy" }, new() { Code = "at", Name = "Austria" }, new() { Code = "'\"", Name = "Odd" }];
        await Db.Countries.InsertManyAsync(countries);
        Traveller[] travellers = [new() { Name = "Ann", Home = countries[0] }, new() { Name = "Bea", Home = countries[2] }];
        await Db.Travellers.InsertManyAsync(travellers);
        Assert.All(travellers, traveller => Assert.NotEqual(Guid.Empty, traveller.Id));
        await travellers[0].Visited.AddAsync(countries);
        await travellers[1].Visited.AddAsync(countries[2]);
        await travellers[1].Follows.AddAsync(travellers[0]);

        var read = await Db.Travellers.OrderBy(t => t.Name).Prefetch(t => t.Home.Prefetch(h => h.Citizens), t => t.Visited, t => t.Follows, t => t.Followers).ToListAsync();
        Assert.Equal("Italy", read[0].Home.Name);
        Assert.Equal("Odd", read[1].Home.Name);
        Assert.Equal(["Bea"], read[1].Home.Citizens.All().Select(t => t.Name));
        Assert.Equal(["'\"", "at", "it"], read[0].Visited.All().Select(c => c.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["Ann"], read[1].Follows.All().Select(t => t.Name));
        Assert.Empty(read[0].Follows.All());
        Assert.Equal(["Bea"], read[0].Followers.All().Select(t => t.Name));
        Assert.Equal("Bea", (await Db.Travellers.FindAsync(travellers[1].Id))?.Name);
        Assert.Equal(2, (await Db.Countries.FindManyAsync(["it", "at", "xx"])).Count);
        Assert.Equal(2, (await Db.Countries.Where(c => c.Code == "'\"").Prefetch(c => c.Visitors).SingleAsync()).Visitors.All().Count);
    }

    [SkippableFact]
    public async Task Composite_keys_and_through_models_relate()
    {
        Student[] students = [new() { Name = "Ann" }, new() { Name = "Bea" }];
        Course[] courses = [new() { Title = "SQL" }, new() { Title = "C#" }, new() { Title = "Art" }];
        await Db.Students.InsertManyAsync(students);
        await Db.Courses.InsertManyAsync(courses);
        Enrolment[] enrolments =
        [
            new() { Student = students[0], Course = courses[0], Grade = 1 },
            new() { Student = students[0], Course = courses[1] },
            new() { Student = students[1], Course = courses[0], Grade = 3 },
        ];
        await Db.Enrolments.InsertManyAsync(enrolments);
        await Db.Essays.InsertManyAsync([new Essay { Title = "On joins", Enrolment = enrolments[0] }, new Essay { Title = "On keys", Enrolment = enrolments[2] }]);

        var read = await Db.Students.OrderBy(s => s.Id).Prefetch(s => s.Courses, s => s.Enrolments.Prefetch(e => e.Course, e => e.Essays)).ToListAsync();
        Assert.Equal(["SQL", "C#"], read[0].Courses.All().Select(c => c.Title));
        Assert.Equal([1, null], read[0].Enrolments.All().Select(e => e.Grade));
        Assert.Equal("On joins", read[0].Enrolments.All()[0].Essays.All().Single().Title);
        Assert.Empty(read[0].Enrolments.All()[1].Essays.All());
        Assert.Same(read[0].Courses.All()[0], read[1].Courses.All()[0]);

        var essays = await Db.Essays.OrderBy(e => e.Id).Prefetch(e => e.Enrolment.Prefetch(n => n.Student)).ToListAsync();
        Assert.Equal(["Ann", "Bea"], essays.Select(e => e.Enrolment.Student.Name));
        Assert.Equal(["Bea"], await Db.Essays.Where(e => e.Enrolment.Student.Name == "Bea").Select(e => e.Enrolment.Student.Name).ToListAsync());
        Assert.Equal([2, 1, 0], (await Db.Courses.OrderBy(c => c.Id).Prefetch(c => c.Students).ToListAsync()).Select(c => c.Students.All().Count));
        Assert.Equal(["On keys"], (await Db.Essays.Where(e => e.Enrolment == enrolments[2]).ToListAsync()).Select(e => e.Title));
        Assert.Equal(3, (await Db.Enrolments.FindAsync(students[1].Id, courses[0].Id))?.Grade);
        var found = await Db.Enrolments.FindManyAsync([(students[0].Id, courses[0].Id), (students[1].Id, courses[0].Id), (99, 99)]);
        Assert.Equal([1, 3], found.Values.Select(e => e.Grade).Order());
        var limited = await Db.Enrolments.Prefetch(e => e.Essays.OrderByDescending(x => x.Id).Take(1)).ToListAsync();
        Assert.Equal(2, limited.Sum(e => e.Essays.All().Count));
        await Db.Enrolments.UpdateAsync(new Enrolment { Student = students[1], Course = courses[0], Grade = 2 });
        Assert.Equal(2, (await Db.Enrolments.FindAsync(students[1].Id, courses[0].Id))?.Grade);
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Enrolments.DeleteAsync(enrolments[2]));
    }

    [SkippableFact]
    public async Task A_model_with_a_composite_key_is_compared_grouped_and_ordered_by_all_of_it()
    {
        Student[] students = [new() { Name = "Ann" }, new() { Name = "Bea" }];
        Course[] courses = [new() { Title = "SQL" }, new() { Title = "C#" }];
        await Db.Students.InsertManyAsync(students);
        await Db.Courses.InsertManyAsync(courses);
        Enrolment[] enrolments =
        [
            new() { Student = students[0], Course = courses[0], Grade = 1 },
            new() { Student = students[0], Course = courses[1] },
            new() { Student = students[1], Course = courses[0], Grade = 3 },
        ];
        await Db.Enrolments.InsertManyAsync(enrolments);
        await Db.Essays.InsertManyAsync([new Essay { Title = "A", Enrolment = enrolments[0] }, new Essay { Title = "B", Enrolment = enrolments[1] }]);

        Assert.Equal(["Ann"], await Db.Students.Where(t => t.Enrolments.Any(e => t.Enrolments.Any(f => f != e))).Select(t => t.Name).ToListAsync());
        Assert.Equal(3, await Db.Enrolments.Where(e => e.Student.Enrolments.Any(f => f == e)).CountAsync());
        Assert.Equal(1, await Db.Enrolments.Where(e => e.Student.Enrolments.Count(f => f == e) == 1 && !e.Student.Enrolments.Any(f => f != e)).CountAsync());
        Assert.Equal(3, (await Db.Enrolments.GroupBy(e => e).Select(e => (e.StudentId, e.CourseId, Sql.Count())).ToListAsync()).Count);
        Assert.Equal(2, (await Db.Essays.GroupBy(e => e.Enrolment).Select(e => (e.Enrolment, Sql.Count())).ToListAsync()).Count);
        Assert.Equal([3, null, 1], (await Db.Enrolments.OrderByDescending(e => e).ToListAsync()).Select(e => e.Grade));
        Assert.Equal(["A"], await Db.Essays.Where(e => e.Enrolment.In(enrolments[0], enrolments[2])).Select(e => e.Title).ToListAsync());
        Assert.Equal(["B"], await Db.Essays.Where(e => !e.Enrolment.In(enrolments[0])).Select(e => e.Title).ToListAsync());
        var count = await Assert.ThrowsAsync<NotSupportedException>(() => Db.Enrolments.AggregateAsync(e => Sql.Count(e)));
        Assert.Contains("Enrolment", count.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => Db.Enrolments.AggregateAsync(e => Sql.CountDistinct(e)));
        Assert.Throws<NotSupportedException>(() => Db.Essays.Where(e => e.Enrolment < e.Enrolment));
    }

    [SkippableFact]
    public async Task Lists_of_composite_keys_stand_beside_many_values()
    {
        var student = new Student { Name = "Ann" };
        await Db.Students.InsertAsync(student);
        Course[] courses = [.. Enumerable.Range(0, 20).Select(i => new Course { Title = $"{i}" })];
        await Db.Courses.InsertManyAsync(courses);
        Enrolment[] enrolments = [.. courses.Select(course => new Enrolment { Student = student, Course = course })];
        await Db.Enrolments.InsertManyAsync(enrolments);
        var query = courses.Skip(5).Aggregate(Db.Enrolments.Where(e => e.StudentId == student.Id).Where(e => e.In(enrolments)), (left, course) => left.Where(e => e.CourseId != course.Id));
        Assert.Equal(5, await query.CountAsync());
    }

    [SkippableFact]
    public async Task A_foreign_key_can_point_to_a_unique_column()
    {
        City[] cities = [new() { Name = "Rome" }, new() { Name = "Graz" }];
        await Db.Cities.InsertManyAsync(cities);
        await Db.Postcards.InsertManyAsync([new Postcard { City = cities[1] }, new Postcard { City = cities[1] }]);
        var cards = await Db.Postcards.Prefetch(p => p.City.Prefetch(c => c.Postcards)).ToListAsync();
        Assert.All(cards, card => Assert.Equal("Graz", card.City.Name));
        Assert.Equal(2, cards[0].City.Postcards.All().Count);
        Assert.Equal([0, 2], (await Db.Cities.OrderBy(c => c.Id).Prefetch(c => c.Postcards).ToListAsync()).Select(c => c.Postcards.All().Count));
        Assert.Equal(2, await Db.Postcards.Where(p => p.City.Id == cities[1].Id).CountAsync());
    }

    [SkippableFact]
    public async Task Difficult_names_are_only_names()
    {
        await Db.classes.InsertManyAsync([new @class { @event = "a", @namespace = 1 }, new @class { @event = "b" }]);
        var read = await Db.classes.Where(c => c.@event == "a" && c.@namespace != null).SingleAsync();
        read.@event = "c";
        await Db.classes.UpdateAsync(read);
        Assert.Equal(["b", "c"], await Db.classes.OrderBy(c => c.@event).Select(c => c.@event).ToListAsync());
    }
}
