using Zoo;

namespace Covet.Specification;

/// <summary>Writes through sets over keys of every kind: text, Guid, a type of the user's own, composite, a unique column, a self-reference.</summary>
/// <param name="fixture">The database.</param>
public abstract class KeyedSetSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task Line_36_a_symmetrical_relation_writes_and_removes_both_directions()
    {
        Employee[] e = [new() { Name = "A" }, new() { Name = "B" }, new() { Name = "C" }];
        await Db.Employees.InsertManyAsync(e);
        await AssertCostAsync(1, 1, () => e[0].Friends.AddAsync(e[1].Id, e[2].Id));
        Assert.Equal([["B", "C"], ["A"], ["A"]], await FriendsAsync());
        await Db.Employees.PrefetchAsync(e, x => x.Friends);
        await AssertCostAsync(1, 1, () => e[1].Friends.RemoveAsync(e[0]));
        Assert.Equal([false, false, true], e.Select(x => x.Friends.IsLoaded));
        Assert.Equal([["C"], [], ["A"]], await FriendsAsync());
        await AssertCostAsync(3, 3, () => e[0].Friends.SetAsync(e[1]));
        Assert.Equal([["B"], ["A"], []], await FriendsAsync());
        await e[2].Friends.CreateAsync(new Employee { Name = "D" });
        Assert.Equal([["B"], ["A"], ["D"], ["C"]], await FriendsAsync());
        await AssertCostAsync(1, 1, () => e[1].Friends.ClearAsync());
        Assert.Equal([[], [], ["D"], ["C"]], await FriendsAsync());
    }

    [SkippableFact]
    public async Task Line_36_a_relation_that_is_not_symmetrical_has_one_direction()
    {
        var (ann, bea) = await TravellersAsync();
        await Db.Travellers.PrefetchAsync([ann, bea], t => t.Follows, t => t.Followers);
        await AssertCostAsync(1, 1, () => ann.Follows.AddAsync(bea.Id));
        await AssertCostAsync(1, 1, () => ann.Follows.AddAsync(bea));
        Assert.False(bea.Followers.IsLoaded);
        Assert.Equal([bea.Id], (await ann.Follows.AllAsync()).Select(t => t.Id));
        Assert.Empty(await bea.Follows.AllAsync());
        await bea.Follows.RemoveAsync(ann);
        Assert.Equal(1, await ann.Follows.CountAsync());
        await bea.Followers.SetAsync(bea.Id);
        Assert.Empty(await Db.Travellers.Where(t => t.Id == ann.Id && t.Follows.Any()).ToListAsync());
        await bea.Followers.RemoveAsync(bea.Id, ann.Id);
        Assert.Empty(await Db.Travellers.Where(t => t.Follows.Any()).ToListAsync());
    }

    [SkippableFact]
    public async Task Text_and_Guid_keys_move_and_link()
    {
        var (ann, bea) = await TravellersAsync();
        var countries = await Db.Countries.OrderBy(c => c.Code).ToListAsync();
        await AssertCostAsync(1, 1, () => countries[0].Citizens.AddAsync(ann, bea));
        Assert.Equal(("'\"", "'\""), (ann.HomeId, bea.HomeId));
        var fresh = new Traveller { Name = "Cid" };
        await AssertCostAsync(2, 2, () => countries[1].Citizens.AddAsync(ann, fresh));
        Assert.NotEqual(Guid.Empty, fresh.Id);
        Assert.Equal(["Ann", "Cid"], (await countries[1].Citizens.AllAsync()).Select(t => t.Name).Order());
        await AssertCostAsync(2, 2, () => countries[0].Citizens.SetAsync(fresh, bea));
        Assert.Equal(2, await countries[0].Citizens.CountAsync());

        await ann.Visited.AddAsync("it", "'\"");
        await ann.Visited.AddAsync(countries[0]);
        await ann.Visited.RemoveAsync("it");
        Assert.Equal(["'\""], (await ann.Visited.AllAsync()).Select(c => c.Code));
        await ann.Visited.SetAsync("it", "at");
        await ann.Visited.CreateAsync(new Country { Code = "de", Name = "Germany" });
        Assert.Equal(["at", "de", "it"], (await ann.Visited.AllAsync()).Select(c => c.Code));
        await countries[0].Visitors.AddAsync(bea.Id, ann.Id);
        Assert.Equal(2, await countries[0].Visitors.CountAsync());
        await Assert.ThrowsAsync<ArgumentNullException>(() => ann.Visited.AddAsync("it", null!));
    }

    [SkippableFact]
    public async Task A_Guid_row_whose_insert_failed_can_be_added_again()
    {
        var (enrolment, _) = await EnrolmentsAsync();
        await enrolment.Books.CreateAsync(new Book { Title = "taken" });
        var book = new Book { Title = "taken" };
        await Assert.ThrowsAnyAsync<Exception>(() => enrolment.Books.AddAsync(book));
        Assert.Equal((null, null), (book.ReviewerStudentId, book.ReviewerCourseId));
        Assert.Null(book.Reviewer);
        book.Title = "free";
        await enrolment.Books.AddAsync(book);
        Assert.Equal(2, await enrolment.Books.CountAsync());
    }

    [SkippableFact]
    public async Task Composite_foreign_keys_move_and_are_let_go()
    {
        var (first, second) = await EnrolmentsAsync();
        Essay[] essays = [new() { Title = "A" }, new() { Title = "B" }];
        await AssertCostAsync(2, 1, () => first.Essays.AddAsync(essays));
        using (var log = Db.Record())
        {
            await second.Essays.AddAsync(essays[1]);
            Assert.Equal(
                IsSqlite
                    ? """UPDATE "essays" SET "enrolment_student_id" = @parent_0, "enrolment_course_id" = @parent_1 WHERE "id" IN (SELECT value FROM json_each(@children))"""
                    : """UPDATE "essays" SET "enrolment_student_id" = @parent_0, "enrolment_course_id" = @parent_1 WHERE "id" = ANY(@children)""",
                Assert.Single(log.Statements).Text);
        }
        Assert.Equal(second.CourseId, essays[1].EnrolmentCourseId);
        Assert.Equal(["B"], (await second.Essays.AllAsync()).Select(x => x.Title));

        Book[] books = [new() { Title = "A" }, new() { Title = "B" }, new() { Title = "C" }];
        await first.Books.AddAsync(books);
        await first.Books.RemoveAsync(books[0]);
        Assert.Equal((null, null), (books[0].ReviewerStudentId, books[0].ReviewerCourseId));
        await first.Books.SetAsync(books[0], books[1]);
        Assert.Equal(["A", "B"], (await first.Books.AllAsync()).Select(b => b.Title).Order());
        await first.Books.ClearAsync();
        Assert.Equal(3, await Db.Books.Where(b => b.Reviewer == null).CountAsync());
    }

    [SkippableFact]
    public async Task Rows_with_a_composite_key_are_linked_by_it()
    {
        var (first, second) = await EnrolmentsAsync();
        var shelf = new Shelf { Code = new Isbn("1-2") };
        await Db.Shelves.InsertAsync(shelf);
        await AssertCostAsync(1, 1, () => shelf.Kept.AddAsync(first, second));
        await AssertCostAsync(1, 1, () => shelf.Kept.RemoveAsync((first.StudentId, first.CourseId)));
        Assert.Equal([second.CourseId], (await shelf.Kept.AllAsync()).Select(e => e.CourseId));
        await AssertCostAsync(3, 3, () => shelf.Kept.SetAsync((first.StudentId, first.CourseId)));
        await shelf.Kept.AddAsync((second.StudentId, second.CourseId));
        await AssertCostAsync(1, 1, () => first.Shelves.RemoveAsync(shelf));
        await AssertCostAsync(1, 1, () => second.Shelves.RemoveAsync(new Isbn("1-2")));
        Assert.Empty(await shelf.Kept.AllAsync());
    }

    [SkippableFact]
    public async Task Keys_of_a_type_of_ones_own_and_unique_columns_take_rows_in_and_let_them_go()
    {
        var (shelf, city) = (new Shelf { Code = new Isbn("1-2") }, new City { Name = "Rome" });
        await Db.Shelves.InsertAsync(shelf);
        await Db.Cities.InsertAsync(city);
        Book[] books = [new() { Title = "A" }, new() { Title = "B" }];
        await Db.Books.InsertManyAsync(books);
        await AssertCostAsync(1, 1, () => shelf.Books.AddAsync(books));
        await AssertCostAsync(1, 1, () => city.Books.AddAsync(books));
        Assert.All(books, book => Assert.Equal((new Isbn("1-2"), "Rome"), (book.ShelfId, book.CityName)));
        var read = await Db.Books.Prefetch(b => b.Shelf, b => b.City).ToListAsync();
        Assert.All(read, book => Assert.Equal((shelf.Code, city.Id), (book.Shelf!.Code, book.City!.Id)));
        await shelf.Books.RemoveAsync(books[0]);
        await city.Books.SetAsync(books[1]);
        Assert.Equal((null, "Rome", null), (books[0].ShelfId, books[0].CityName, (await Db.Books.FindAsync(books[0].Id))!.CityName));
        await shelf.Books.ClearAsync();
        await city.Books.ClearAsync();
        Assert.Equal(2, await Db.Books.Where(b => b.Shelf == null && b.City == null).CountAsync());
        await city.Postcards.CreateAsync(new Postcard());
        var nameless = await Db.Cities.SingleAsync();
        nameless.Name = null!;
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => nameless.Books.AddAsync(books));
        Assert.Contains("City.Books", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_foreign_key_that_is_a_part_of_the_key_is_set_once()
    {
        var (first, second) = await EnrolmentsAsync();
        var other = new Student { Name = "Bea" };
        await Db.Students.InsertAsync(other);
        await AssertCostAsync(0, 0, async () =>
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => other.Enrolments.AddAsync(first));
            Assert.Contains("Student.Enrolments", exception.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<InvalidOperationException>(() => other.Enrolments.SetAsync(first));
            await first.Student.Enrolments.AddAsync(first, second);
        });
        await AssertCostAsync(1, 1, () => other.Enrolments.AddAsync(new Enrolment { CourseId = first.CourseId, Grade = 1 }));
        await other.Enrolments.CreateAsync(new Enrolment { CourseId = second.CourseId });
        Assert.Equal(2, await other.Enrolments.CountAsync());
    }

    [SkippableFact]
    public async Task A_self_reference_takes_rows_in_and_lets_them_go()
    {
        var boss = new Employee { Name = "Boss" };
        await Db.Employees.InsertAsync(boss);
        var (a, b) = (await boss.Reports.CreateAsync(new Employee { Name = "A" }), new Employee { Name = "B" });
        await boss.Reports.AddAsync(b);
        await a.Reports.AddAsync(b);
        Assert.Same(a, b.Boss);
        Assert.Equal(["A"], (await boss.Reports.AllAsync()).Select(e => e.Name));
        await a.Reports.RemoveAsync(b);
        Assert.Null(b.Boss);
        await boss.Reports.SetAsync(b);
        Assert.Equal([null, null, boss.Id], (await Db.Employees.OrderBy(e => e.Id).ToListAsync()).Select(e => e.BossId));
    }

    private async Task<IEnumerable<string[]>> FriendsAsync()
        => (await Db.Employees.OrderBy(e => e.Id).Prefetch(e => e.Friends).ToListAsync()).Select(e => e.Friends.All().Select(f => f.Name).ToArray());

    private async Task<(Traveller Ann, Traveller Bea)> TravellersAsync()
    {
        Country[] countries = [new() { Code = "it", Name = "Italy" }, new() { Code = "at", Name = "Austria" }, new() { Code = "'\"", Name = "Odd" }];
        await Db.Countries.InsertManyAsync(countries);
        Traveller[] travellers = [new() { Name = "Ann", Home = countries[0] }, new() { Name = "Bea", Home = countries[0] }];
        await Db.Travellers.InsertManyAsync(travellers);
        return (travellers[0], travellers[1]);
    }

    private async Task<(Enrolment First, Enrolment Second)> EnrolmentsAsync()
    {
        var student = new Student { Name = "Ann" };
        await Db.Students.InsertAsync(student);
        Course[] courses = [new() { Title = "SQL" }, new() { Title = "C#" }];
        await Db.Courses.InsertManyAsync(courses);
        Enrolment[] enrolments = [new() { Student = student, Course = courses[0] }, new() { Student = student, Course = courses[1] }];
        await Db.Enrolments.InsertManyAsync(enrolments);
        return (enrolments[0], enrolments[1]);
    }
}
