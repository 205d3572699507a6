;;; test.el --- A real Emacs opens a draft, sees the findings, applies a fix -*- lexical-binding: t -*-
(defun check (held message)
  (unless held
    (message "FAILED: %s %S" message (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
    (kill-emacs 1)))

(defun wait-for (held)
  (let ((left 500))
    (while (and (> left 0) (not (funcall held)))
      (accept-process-output nil 0.02)
      (setq left (1- left)))
    (> left 0)))

(defun found (words)
  (seq-some (lambda (one) (string-match-p words (flymake-diagnostic-text one))) (flymake-diagnostics)))

(setq eglot-sync-connect 10)
(setcar (cdr (assoc '(text-mode markdown-mode tex-mode) eglot-server-programs)) (getenv "CITE_LINT"))
(find-file (getenv "DRAFT"))
(call-interactively #'eglot)
(check (wait-for (lambda () (found "đặt sai chỗ"))) "no finding of the wrong separator")
(goto-char (point-min))
(search-forward "CT/")
(let* ((actions (eglot-code-actions (point) (point) "quickfix" nil))
       (safe (seq-find (lambda (one) (string-match-p "16/CT-TTg" (plist-get one :title))) actions)))
  (check safe "no safe fix")
  (eglot--apply-workspace-edit (plist-get safe :edit)))
(goto-char (point-min))
(check (search-forward "16/CT-TTg" nil t) "not mended")
;; Without a screen Emacs is never idle, so that it tells of changes when it saves.
(save-buffer)
(check (wait-for (lambda () (not (found "đặt sai chỗ")))) "the finding stays")
(message "Emacs: mended")
(kill-emacs 0)
;;; test.el ends here
