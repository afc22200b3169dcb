import Configuration
import Diagnostics
import Markup

/// The files that are about the site as a whole.
extension Press {
    /// The pages that lead to chapters, and the one for wrong addresses. They depend on what others see of chapters, and
    /// on none of their texts.
    func fronts() -> [Output] {
        var outputs: [Output] = []
        for index in project.configuration.publications.indices {
            outputs.append(landing(SitePath(manuscript.folder(of: index) + "index.html"), publications: [index]))
        }
        if !outputs.contains(where: { $0.path == "index.html" }) {
            outputs.append(landing("index.html", publications: Array(project.configuration.publications.indices)))
        }
        outputs.append(notFound)
        return outputs
    }

    /// The page for wrong addresses.
    var notFound: Output {
        let page = PageFrame.Page(
            kind: .notFound, path: "404.html", publication: 0, title: "Page not found",
            description: project.configuration.site.title.value, isIndexed: false)
        return frame.html(.notFound, page)
    }

    /// A file that fragments link to; none where it can't be read.
    func linkedFile(_ attachment: Manuscript.Attachment) -> [Output] {
        guard case .success(let file) = project.files.file(attachment.source) else { return [] }
        return [Output(attachment.path, file.bytes)]
    }

    /// What programs read: search engines, feed readers, language models.
    func feeds() -> [Output] {
        var outputs: [Output] = []
        let site = project.configuration.site
        if let base {
            outputs.append(Output("sitemap.xml", Sitemap.xml(entries, base: base)))
            let feed = AtomFeed.xml(entries, title: site.title.value, base: base, generator: frame.generator)
            if let feed { outputs.append(Output("feed.xml", feed)) }
        }
        outputs.append(Output("robots.txt", Sitemap.robots(base: base)))
        outputs.append(
            Output(
                "llms.txt",
                LanguageModelIndex.markdown(
                    entries, title: site.title.value, description: site.description?.value ?? site.title.value,
                    whole: manuscript.guide(of: 0)?.with(ending: ".md"), base: base)))
        return outputs
    }

    func themeFiles() -> [Output] {
        project.theme.assets.byPath.values.map { Output(SitePath($0.output), $0.bytes) }
            + project.theme.staticFiles.map { Output(SitePath($0.key), $0.value) }
    }

    func landing(_ path: SitePath, publications: [Int]) -> Output {
        let site = project.configuration.site
        let only = publications.count == 1 ? project.configuration.publications[publications[0]] : nil
        var page = PageFrame.Page(
            kind: .landing, path: path, publication: publications.first ?? 0,
            title: path == "index.html" ? site.title.value : only?.title.value ?? site.title.value,
            description: site.description?.value ?? only?.description?.value ?? site.title.value)
        page.context["chapters"] = .list(
            publications.flatMap { publication in manuscript.groups(of: publication).map { cards($0, on: path) } })
        if let first = publications.lazy.compactMap({ [manuscript] in manuscript.chapters(of: $0).first }).first {
            page.context["next"] = ["title": .text(first.title), "url": .text(path.link(to: first.path))]
        }
        return frame.html(.landing, page)
    }

    private func cards(_ group: Manuscript.Group, on page: SitePath) -> TemplateContext {
        let items = group.chapters.map { chapter -> TemplateContext in
            [
                "title": .text(chapter.shortTitle), "url": .text(page.link(to: chapter.path)),
                "number": .text(String(chapter.number)), "description": .text(chapter.description),
            ]
        }
        return ["title": .text(group.title), "url": items.first?["url"] ?? "", "items": .list(items)]
    }

    func redirectPage(_ redirect: Redirects.Page) -> Output {
        let page = PageFrame.Page(
            kind: .redirect, path: redirect.path, publication: redirect.publication, title: "Moved", description: "",
            isIndexed: false)
        let anchors = redirect.moved.map { entry in
            "\(entry.anchor)=\(redirect.path.link(to: entry.target, fragment: entry.targetAnchor))"
        }
        var context = frame.shared(page)
        var target: TemplateContext = [
            "url": .text(redirect.path.link(to: redirect.target, fragment: redirect.targetAnchor)),
            "anchors": .text(anchors.joined(separator: " ")),
        ]
        if let base { target["canonical"] = .text(redirect.target.address(under: base)) }
        context["redirect"] = .record(target)
        context["page"] = ["full_title": .text(project.configuration.site.title.value)]
        return Output(redirect.path, project.theme.render(.redirect, context))
    }

    /// The key of `fronts` and `feeds`: the whole configuration, and what others see of each chapter.
    func listsKey() -> ContentKey {
        var key = KeyBuilder("lists")
        key.add(project.configuration.file.bytes)
        key.add(project.theme.key)
        key.add(frame.key(for: "index.html"))
        for chapter in manuscript.chapters {
            key.add(chapter.publication)
            key.add(chapter.path)
            key.add(chapter.title)
            key.add(chapter.shortTitle)
            key.add(chapter.description)
            key.add(project.history.lastChange(of: chapter.facts.dependencies))
            key.add(chapter.group)
        }
        return key.finish()
    }

    static func entries(of project: Project) -> [SiteEntry] {
        project.manuscript.chapters.map { chapter in
            SiteEntry(
                path: chapter.path, markdown: chapter.path.with(ending: ".md"), title: chapter.title,
                description: chapter.description,
                changed: project.history.lastChange(of: chapter.facts.dependencies), group: chapter.group)
        }
    }
}
