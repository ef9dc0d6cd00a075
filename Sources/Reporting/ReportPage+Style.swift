extension ReportPage {
    /// Colours that are told apart in grey and by most colour-blind readers too.
    static let style = """

        :root { --ink: #1b1f24; --soft: #5b6470; --paper: #ffffff; --card: #f5f6f8;
          --rule: #d9dde3; --one: #1f6feb; --two: #d97706; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --soft: #9aa4b2;
          --paper: #14171c; --card: #1d2229; --rule: #333b45; --one: #6ea8ff; --two: #f0a848; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem; max-width: 72rem; color: var(--ink);
          background: var(--paper); font: 15px/1.45 system-ui, sans-serif; }
        h1 { margin: 0; font-size: 1.5rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
        header p, small, .note { color: var(--soft); margin: .2rem 0; }
        .tiles { display: grid; gap: .75rem; margin: 1.25rem 0;
          grid-template-columns: repeat(auto-fill, minmax(9.5rem, 1fr)); }
        .tile { background: var(--card); border-radius: .5rem; padding: .75rem .9rem; }
        .tile b { display: block; font-size: 1.5rem; } .tile small { display: block; }
        figure { margin: 1rem 0; break-inside: avoid; } svg { width: 100%; height: auto; }
        svg text { fill: var(--soft); font: 11px system-ui, sans-serif; }
        svg .title { fill: var(--ink); font-size: 14px; font-weight: 600; }
        svg .grid { stroke: var(--rule); stroke-width: 1; }
        svg .one { fill: var(--one); } svg .two { fill: var(--two); }
        svg .path { fill: none; stroke: var(--one); stroke-width: 2; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; }
        th, td { padding: .35rem .6rem; text-align: right; white-space: nowrap;
          border-bottom: 1px solid var(--rule); vertical-align: top; }
        tbody th, thead th:first-child { text-align: left; font-weight: 500; }
        thead th { white-space: normal; vertical-align: bottom; }
        tbody th { white-space: normal; min-width: 12rem; } th small { display: block; }
        @media print { :root { --ink: #000; --soft: #444; --paper: #fff; --card: #fff;
          --rule: #bbb; --one: #1f4fa8; --two: #b45309; }
          body { padding: 0; font-size: 10pt; } .tile { border: 1px solid var(--rule); }
          tr, figure, .tile { break-inside: avoid; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }

        """
}
